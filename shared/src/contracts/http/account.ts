import { z } from 'zod';
import { chosenServices, identifier, line, standings, title } from '../../domain/index.ts';
import { actionSchema } from '../access.ts';
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
  /** How far the account may go; a guest's is `verified`. Source: SC-22. */
  standing: z.enum(standings),
  trialEndsAt: z.iso.datetime().nullable(),
  /** The screen of this session is locked: only unlocking it is answered. Source: PA-24. */
  locked: z.boolean(),
  /** On a computer that others use. */
  shared: z.boolean(),
  /** Milliseconds without use after which the screen locks, or the session of a shared computer ends. */
  idleMs: z.number().int(),
  /** The places one chose to have before one’s eyes. Source: PA-18. */
  services: chosenServices,
  /** What one may do on the whole installation. */
  abilities: z.array(actionSchema),
});
export type Me = z.infer<typeof me>;

/** Who an account is, once it exists. */
export const newAccount = z.object({
  email: z.email().max(254).toLowerCase(),
  title,
  givenName: line(80),
  familyName: line(80),
  specialty: line(120),
});
export type NewAccount = z.infer<typeof newAccount>;

export const demonstrationAccounts = [
  'presenter',
  'second_presenter',
  'secretary',
  'coordinator',
  'expert',
  'referent',
  'outsider',
  'administrator',
  'support',
] as const;

export const configuration = z.object({
  demonstration: z.boolean(),
  demonstrationAccounts: z.array(
    z.object({ key: z.enum(demonstrationAccounts), name: z.string(), specialty: z.string() }),
  ),
  demonstrationCertificate: z.boolean(),
  /** « Pro Santé Connect » is configured. Source: PA-12. */
  proSanteConnect: z.boolean(),
  /** Text messages can be sent: codes come by SMS; otherwise by e-mail. Source: SC-19. */
  textMessages: z.boolean(),
  /** The installation's own help contact; empty when it gives none. Source: PA-14. */
  support: z.object({ email: z.string(), phone: z.string() }),
  /** The portal that this address is, by its sub-domain; null on the general site. Source: SC-08. */
  portalSlug: z.string().nullable(),
  /** Where the general site is: a portal's buttons lead there. */
  origin: z.string(),
});

/** A colleague, and what we share. Source: SC-32. */
export const colleague = person.extend({
  boards: z.array(z.string()),
  organisations: z.array(z.string()),
  /** Null where they do not show it to who asks. Source: PA-19. */
  email: z.string().nullable(),
});
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
    summary: 'End this session; `leaveAt`: where to go next, to leave Pro Santé Connect too',
    gate: 'session',
    response: z.object({ leaveAt: z.string().nullable() }),
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
