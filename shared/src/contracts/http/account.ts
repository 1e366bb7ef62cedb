import { z } from 'zod';
import { identifier, line, title } from '../../domain/index.ts';
import { endpoint } from './endpoint.ts';

/** Somebody as other people see them. */
export const person = z.object({
  accountId: identifier,
  name: z.string(),
  specialty: z.string(),
});
export type Person = z.infer<typeof person>;

export const me = z.object({
  accountId: identifier,
  /** Null for a guest. */
  email: z.string().nullable(),
  /** The one meeting that a guest's session opens; null for an account. */
  guestOf: identifier.nullable(),
  name: z.string(),
  /** For the header, « Prénom NOM » (SC-21). */
  givenName: z.string(),
  familyName: z.string(),
  specialty: z.string(),
  demonstration: z.boolean(),
});
export type Me = z.infer<typeof me>;

export const newAccount = z.object({
  email: z.email().max(254).toLowerCase(),
  title,
  givenName: line(80),
  familyName: line(80),
  specialty: line(120),
});
export type NewAccount = z.infer<typeof newAccount>;

/** What the browser's WebAuthn API takes and gives: opaque JSON here, checked by SimpleWebAuthn. */
const webauthn = z.record(z.string(), z.unknown());
const ceremony = z.object({ ceremonyId: identifier, options: webauthn });
const answer = z.object({ ceremonyId: identifier, credential: webauthn });
const passkeyName = line(60);

export const passkey = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  synced: z.boolean(),
});
export type Passkey = z.infer<typeof passkey>;

export const openSession = z.object({
  id: identifier,
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  device: z.string(),
});
export type OpenSession = z.infer<typeof openSession>;

export const demonstrationAccounts = [
  'presenter',
  'second_presenter',
  'secretary',
  'coordinator',
  'expert',
  'referent',
  'outsider',
] as const;

export const configuration = z.object({
  demonstration: z.boolean(),
  demonstrationAccounts: z.array(
    z.object({ key: z.enum(demonstrationAccounts), name: z.string(), specialty: z.string() }),
  ),
  demonstrationCertificate: z.boolean(),
  /** The portal that this address is, by its sub-domain; null on the general site. Source: SC-08. */
  portalSlug: z.string().nullable(),
  /** Where the general site is: a portal's buttons lead there. */
  origin: z.string(),
});

/** A colleague, and what we share. Source: SC-32. */
export const colleague = person.extend({ boards: z.array(z.string()), organisations: z.array(z.string()) });
export type Colleague = z.infer<typeof colleague>;

export const accountEndpoints = {
  readConfiguration: endpoint({
    method: 'GET',
    path: '/api/configuration',
    summary: 'What the sign-in page must know',
    gate: 'public',
    response: configuration,
  }),
  readMe: endpoint({
    method: 'GET',
    path: '/api/me',
    summary: 'The signed-in account',
    gate: 'session',
    response: me,
  }),
  loginDemonstration: endpoint({
    method: 'POST',
    path: '/api/demo/login',
    summary: 'Sign in with a demonstration account (never in production)',
    gate: 'public',
    body: z.object({ account: z.enum(demonstrationAccounts) }),
    response: me,
  }),
  logout: endpoint({
    method: 'POST',
    path: '/api/logout',
    summary: 'End this session',
    gate: 'session',
    response: z.void(),
  }),
  startSignUp: endpoint({
    method: 'POST',
    path: '/api/sign-up/start',
    summary: 'Begin an account with its first passkey',
    gate: 'public',
    body: newAccount,
    response: ceremony,
  }),
  finishSignUp: endpoint({
    method: 'POST',
    path: '/api/sign-up/finish',
    summary: 'Create the account and sign in',
    gate: 'public',
    body: answer.extend({ passkeyName }),
    response: me,
  }),
  startSignIn: endpoint({
    method: 'POST',
    path: '/api/sign-in/start',
    summary: 'Begin a sign-in with a passkey',
    gate: 'public',
    response: ceremony,
  }),
  finishSignIn: endpoint({
    method: 'POST',
    path: '/api/sign-in/finish',
    summary: 'Check the passkey and sign in',
    gate: 'public',
    body: answer,
    response: me,
  }),
  listPasskeys: endpoint({
    method: 'GET',
    path: '/api/passkeys',
    summary: 'My passkeys',
    gate: 'signed_in',
    response: z.array(passkey),
  }),
  startPasskey: endpoint({
    method: 'POST',
    path: '/api/passkeys/start',
    summary: 'Begin adding a passkey',
    gate: 'signed_in',
    response: ceremony,
  }),
  finishPasskey: endpoint({
    method: 'POST',
    path: '/api/passkeys/finish',
    summary: 'Add the passkey',
    gate: 'signed_in',
    body: answer.extend({ passkeyName }),
    response: passkey,
  }),
  renamePasskey: endpoint({
    method: 'PATCH',
    path: '/api/passkeys/:passkeyId',
    summary: 'Rename a passkey',
    gate: 'signed_in',
    params: z.object({ passkeyId: z.string().max(1400) }),
    body: z.object({ name: passkeyName }),
    response: passkey,
  }),
  removePasskey: endpoint({
    method: 'DELETE',
    path: '/api/passkeys/:passkeyId',
    summary: 'Revoke a passkey and the sessions it opened',
    gate: 'signed_in',
    params: z.object({ passkeyId: z.string().max(1400) }),
    response: z.void(),
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/api/sessions',
    summary: 'My open sessions',
    gate: 'signed_in',
    response: z.array(openSession),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/api/sessions/:sessionId',
    summary: 'End one of my sessions',
    gate: 'signed_in',
    params: z.object({ sessionId: identifier }),
    response: z.void(),
  }),
  listColleagues: endpoint({
    method: 'GET',
    path: '/api/colleagues',
    summary: '« Confrères »: without a search, people of my boards and organisations; at most 100',
    gate: 'signed_in',
    query: z.object({ search: z.string().trim().max(80).optional() }),
    response: z.array(colleague),
  }),
  searchPeople: endpoint({
    method: 'GET',
    path: '/api/people',
    summary: 'Colleagues by name, to share a case with',
    gate: 'signed_in',
    query: z.object({ search: z.string().trim().min(2).max(80) }),
    response: z.array(person),
  }),
};
