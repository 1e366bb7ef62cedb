import { z } from 'zod';
import {
  addressReaders,
  chosenServices,
  code,
  identifier,
  line,
  password,
  phone,
  pin,
  sessionMeans,
  title,
} from '../../domain/index.ts';
import { endpoint } from './endpoint.ts';
import { ceremony, ceremonyAnswer, linkToken, passkeyName } from './signing-in.ts';

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
  means: z.enum(sessionMeans),
});
export type OpenSession = z.infer<typeof openSession>;

/** A remembered browser. */
export const knownDevice = z.object({
  deviceId: identifier,
  name: z.string(),
  current: z.boolean(),
  hasPin: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export type KnownDevice = z.infer<typeof knownDevice>;

/** « Mes informations ». Source: SC-38, SC-39. */
export const profile = z.object({
  title,
  givenName: z.string(),
  familyName: z.string(),
  specialty: z.string(),
  profession: z.string(),
  email: z.string(),
  /** Masked but for its last two digits; null where none was given. */
  phone: z.string().nullable(),
  rpps: z.string().nullable(),
  services: chosenServices,
  addressReaders: z.enum(addressReaders),
});
export type Profile = z.infer<typeof profile>;

/** The ways in of an account. */
export const waysIn = z.object({
  passwordChangedAt: z.iso.datetime().nullable(),
  codeApplication: z.boolean(),
  recoveryCodesLeft: z.number().int(),
  proSanteConnect: z.boolean(),
  devices: z.array(knownDevice),
});
export type WaysIn = z.infer<typeof waysIn>;

export const ownAccountEndpoints = {
  readProfile: endpoint({
    method: 'GET',
    path: '/api/account/profile',
    summary: '« Mes informations »',
    gate: 'own_account',
    response: profile,
  }),
  updateProfile: endpoint({
    method: 'PATCH',
    path: '/api/account/profile',
    summary: 'Change title, specialty, profession or telephone; names are changed by support, who checks them',
    gate: 'own_account',
    fresh: true,
    body: z.object({
      title,
      specialty: line(120),
      profession: z.string().trim().max(120),
      phone: phone.nullable().optional(),
      services: chosenServices.optional(),
      addressReaders: z.enum(addressReaders).optional(),
    }),
    response: profile,
  }),
  askNewAddress: endpoint({
    method: 'POST',
    path: '/api/account/address',
    summary: 'Ask for another e-mail address: a link goes to it, a notice to the former one',
    gate: 'own_account',
    fresh: true,
    body: z.object({ email: z.email().max(254).toLowerCase() }),
    response: z.void(),
  }),
  confirmNewAddress: endpoint({
    method: 'POST',
    path: '/api/account/address/confirmation',
    summary: 'Confirm another address by its link; `link_ended` for a used or expired one',
    gate: 'public',
    body: z.object({ token: linkToken }),
    response: z.void(),
  }),
  readWaysIn: endpoint({
    method: 'GET',
    path: '/api/account/ways-in',
    summary: 'Password, application, recovery codes, remembered browsers: what opens my account beside passkeys',
    gate: 'own_account',
    response: waysIn,
  }),
  setPassword: endpoint({
    method: 'POST',
    path: '/api/account/password',
    summary:
      '« Modifier le mot de passe », or choose a first one; other sessions end. `current`: the one before, where there is one, `credentials_refused` when it is wrong; `password_common` for a known one',
    gate: 'own_account',
    fresh: true,
    body: z.object({ password, current: z.string().max(256).optional() }),
    response: z.void(),
  }),
  removePassword: endpoint({
    method: 'DELETE',
    path: '/api/account/password',
    summary: 'Sign in with passkeys only; `passkey_missing` where there is none',
    gate: 'own_account',
    fresh: true,
    response: z.void(),
  }),
  startCodeApplication: endpoint({
    method: 'POST',
    path: '/api/account/code-application',
    summary: 'Begin the installation of an application that makes codes: its secret and its address, shown once',
    gate: 'own_account',
    fresh: true,
    response: z.object({ secret: z.string(), uri: z.string() }),
  }),
  confirmCodeApplication: endpoint({
    method: 'POST',
    path: '/api/account/code-application/confirmation',
    summary: 'Confirm it with a first code',
    gate: 'own_account',
    body: z.object({ code }),
    response: z.void(),
  }),
  removeCodeApplication: endpoint({
    method: 'DELETE',
    path: '/api/account/code-application',
    summary: 'Remove the application: codes come by SMS or e-mail again',
    gate: 'own_account',
    fresh: true,
    response: z.void(),
  }),
  makeRecoveryCodes: endpoint({
    method: 'POST',
    path: '/api/account/recovery-codes',
    summary: 'Ten codes to print, shown once; the former ones end',
    gate: 'own_account',
    fresh: true,
    response: z.object({ codes: z.array(z.string()) }),
  }),
  choosePin: endpoint({
    method: 'POST',
    path: '/api/account/pin',
    summary: 'Choose the four digits that unlock the screen of this browser; `device_unknown` on a shared computer',
    gate: 'own_account',
    fresh: true,
    body: z.object({ pin }),
    response: z.void(),
  }),
  forgetDevice: endpoint({
    method: 'DELETE',
    path: '/api/account/devices/:deviceId',
    summary: 'Forget a browser, and end its sessions',
    gate: 'own_account',
    fresh: true,
    params: z.object({ deviceId: identifier }),
    response: z.void(),
  }),
  listPasskeys: endpoint({
    method: 'GET',
    path: '/api/passkeys',
    summary: 'My passkeys',
    gate: 'own_account',
    response: z.array(passkey),
  }),
  startPasskey: endpoint({
    method: 'POST',
    path: '/api/passkeys/start',
    summary: 'Begin adding a passkey',
    gate: 'own_account',
    fresh: true,
    response: ceremony,
  }),
  finishPasskey: endpoint({
    method: 'POST',
    path: '/api/passkeys/finish',
    summary: 'Add the passkey; a notice goes by e-mail',
    gate: 'own_account',
    body: ceremonyAnswer.extend({ passkeyName }),
    response: passkey,
  }),
  renamePasskey: endpoint({
    method: 'PATCH',
    path: '/api/passkeys/:passkeyId',
    summary: 'Rename a passkey',
    gate: 'own_account',
    params: z.object({ passkeyId: z.string().max(1400) }),
    body: z.object({ name: passkeyName }),
    response: passkey,
  }),
  removePasskey: endpoint({
    method: 'DELETE',
    path: '/api/passkeys/:passkeyId',
    summary: 'Revoke a passkey and the sessions it opened; a notice goes by e-mail',
    gate: 'own_account',
    fresh: true,
    params: z.object({ passkeyId: z.string().max(1400) }),
    response: z.void(),
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/api/sessions',
    summary: 'My open sessions',
    gate: 'own_account',
    response: z.array(openSession),
  }),
  endOtherSessions: endpoint({
    method: 'DELETE',
    path: '/api/sessions',
    summary: '« Fermer toutes les autres sessions »: all of mine but this one',
    gate: 'own_account',
    fresh: true,
    response: z.void(),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/api/sessions/:sessionId',
    summary: 'End one of my sessions',
    gate: 'own_account',
    fresh: true,
    params: z.object({ sessionId: identifier }),
    response: z.void(),
  }),
};
