import { z } from 'zod';
import {
  addressReaders,
  chosenServices,
  identifier,
  line,
  password,
  paragraph,
  phone,
  proofKinds,
  rpps,
  title,
  validationKinds,
  validationStates,
} from '../../domain/index.ts';

import { me } from './account.ts';
import { endpoint } from './endpoint.ts';
import { ceremony, ceremonyAnswer, linkToken, passkeyName, shared } from './signing-in.ts';

/** « S’inscrire »: with the directory or by hand, the same fields. Source: SC-13 to SC-16, PA-16. */
export const registration = z.object({
  title,
  givenName: line(80),
  familyName: line(80),
  email: z.email().max(254).toLowerCase(),
  phone,
  specialty: line(120),
  profession: line(120),
  /** Null for who has none. Source: SC-11. */
  rpps: rpps.nullable(),
  /** Where one works: words, matched to an organisation later. */
  workplace: z.string().trim().max(160).default(''),
  /** « Cochez les services auxquels vous souhaitez accéder ». Source: PA-18. */
  services: chosenServices,
  /** « Confidentialité ». Source: PA-19. */
  addressReaders: z.enum(addressReaders),
  /** Null: a passkey is made after the confirmation. */
  password: password.nullable(),
  /** The terms of use were read and accepted. */
  accepted: z.literal(true),
});
export type Registration = z.infer<typeof registration>;

/** Whom a confirmation link creates; `password`: it is typed again first; `passkey`: one is made now, before anything else. */
export const confirmedRegistration = z.object({
  name: z.string(),
  email: z.string(),
  next: z.enum(['password', 'sign_in', 'passkey']),
});
export type ConfirmedRegistration = z.infer<typeof confirmedRegistration>;

export const validationRequest = z.object({
  requestId: identifier,
  kind: z.enum(validationKinds),
  proofKind: z.enum(proofKinds).nullable(),
  organisationName: z.string().nullable(),
  sponsorName: z.string().nullable(),
  message: z.string(),
  state: z.enum(validationStates),
  reason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
});
export type ValidationRequest = z.infer<typeof validationRequest>;

/** Where one stands, and what was asked. Source: SC-22 to SC-24. */
export const ownValidation = z.object({
  verifiedAt: z.iso.datetime().nullable(),
  trialEndsAt: z.iso.datetime().nullable(),
  requests: z.array(validationRequest),
});
export type OwnValidation = z.infer<typeof ownValidation>;

/** A request as who decides sees it: who asks, and what the directory says of their number. */
export const queuedValidation = validationRequest.extend({
  account: z.object({
    accountId: identifier,
    name: z.string(),
    email: z.string(),
    specialty: z.string(),
    profession: z.string(),
    rpps: z.string().nullable(),
    /** What they asked to have before their eyes. Source: PA-18. */
    services: chosenServices,
    createdAt: z.iso.datetime(),
    trialEndsAt: z.iso.datetime().nullable(),
    organisations: z.array(z.string()),
  }),
  /** The directory's line for that number; null where there is none. */
  directory: z.object({ name: z.string(), profession: z.string(), specialty: z.string(), town: z.string() }).nullable(),
  /** Another verified account bears that number. */
  numberTaken: z.boolean(),
  file: z.object({ name: z.string(), state: z.string(), pages: z.number().int() }).nullable(),
});
export type QueuedValidation = z.infer<typeof queuedValidation>;

/** What is decided of a request, with the reason that who asked is told. */
export const validationDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('accepted') }),
  z.object({ decision: z.enum(['refused', 'asked_again']), reason: paragraph(1000).min(1) }),
]);
export type ValidationDecision = z.infer<typeof validationDecision>;

const requestParams = z.object({ requestId: identifier });
const decides = { action: 'account.validate', subject: 'platform' } as const;

export const registrationEndpoints = {
  register: endpoint({
    method: 'POST',
    path: '/api/registration',
    summary:
      '« S’inscrire »: a mail with a link. The same answer whether the address has an account or not; `password_common`',
    gate: 'public',
    body: registration,
    response: z.void(),
  }),
  confirmRegistration: endpoint({
    method: 'POST',
    path: '/api/registration/confirmation',
    summary:
      'Create the account behind a confirmation link, which serves once, with the password typed again; `link_ended` for a used or expired one, `credentials_refused` for another password',
    gate: 'public',
    body: z.object({ token: linkToken, password: z.string().min(1).max(256).optional() }),
    response: confirmedRegistration,
  }),
  startRegistrationPasskey: endpoint({
    method: 'POST',
    path: '/api/registration/passkey/start',
    summary: 'Begin the first passkey, behind the confirmation link',
    gate: 'public',
    body: z.object({ token: linkToken }),
    response: ceremony,
  }),
  finishRegistrationPasskey: endpoint({
    method: 'POST',
    path: '/api/registration/passkey/finish',
    summary: 'Create the account with its passkey, and sign in',
    gate: 'public',
    body: ceremonyAnswer.extend({ token: linkToken, passkeyName, shared }),
    response: me,
  }),
  readOwnValidation: endpoint({
    method: 'GET',
    path: '/api/account/validation',
    summary: 'Whether I am validated, until when I may try, and what I asked',
    gate: 'own_account',
    response: ownValidation,
  }),
  askValidation: endpoint({
    method: 'POST',
    path: '/api/account/validation',
    summary:
      'Ask an administrator, or a colleague of the same organisation to vouch; proofs are sent by /api/uploads. `wrong_state` when one of the kind waits already or all is valid, `too_many` after five in a day',
    gate: 'own_account',
    body: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('administrator'),
        /** Whose administrators are asked, for who belongs to it; null: those of the installation. */
        organisationId: identifier.nullable().default(null),
        message: paragraph(1000),
      }),
      z.object({
        kind: z.literal('sponsor'),
        sponsorEmail: z.email().max(254).toLowerCase(),
        message: paragraph(1000),
      }),
    ]),
    response: z.void(),
  }),
  withdrawValidation: endpoint({
    method: 'DELETE',
    path: '/api/account/validation/:requestId',
    summary: 'Take back a request that waits',
    gate: 'own_account',
    params: requestParams,
    response: z.void(),
  }),
  listVouchers: endpoint({
    method: 'GET',
    path: '/api/vouching',
    summary: 'Colleagues who ask me to vouch for them',
    gate: 'signed_in',
    response: z.array(validationRequest.extend({ accountName: z.string(), accountEmail: z.string() })),
  }),
  vouch: endpoint({
    method: 'POST',
    path: '/api/vouching/:requestId',
    summary: 'Vouch for a colleague, or not: `forbidden` but for who is verified and belongs to the same organisation',
    gate: 'signed_in',
    fresh: true,
    params: requestParams,
    body: z.object({ accepted: z.boolean() }),
    response: z.void(),
  }),
  listOrganisationValidations: endpoint({
    method: 'GET',
    path: '/api/organisations/:organisationId/validations',
    summary: 'People of an organisation, without an RPPS number, who ask its administrators to be validated',
    gate: { action: 'organisation.manage', subject: 'organisation', param: 'organisationId' },
    params: z.object({ organisationId: identifier }),
    response: z.array(queuedValidation),
  }),
  decideOrganisationValidation: endpoint({
    method: 'POST',
    path: '/api/organisations/:organisationId/validations/:requestId',
    summary:
      'Accept one of them, or refuse with a reason; `forbidden` but for an administrator who is verified, and for one’s own',
    gate: { action: 'organisation.manage', subject: 'organisation', param: 'organisationId' },
    fresh: true,
    params: requestParams.extend({ organisationId: identifier }),
    body: validationDecision,
    response: z.void(),
  }),
  listValidations: endpoint({
    method: 'GET',
    path: '/api/administration/validations',
    summary: 'The queue of validation, oldest first; `decided`: what was decided, latest first, at most 100',
    gate: decides,
    query: z.object({ state: z.enum(['waiting', 'decided']).default('waiting') }),
    response: z.array(queuedValidation),
  }),
  previewProof: endpoint({
    method: 'GET',
    path: '/api/administration/validations/:requestId/pages/:page',
    summary: 'One page of a proof, drawn as WebP; audited',
    gate: decides,
    params: requestParams.extend({ page: z.coerce.number().int().min(1).max(50) }),
    response: z.void(),
    binary: 'image/webp',
  }),
  decideValidation: endpoint({
    method: 'POST',
    path: '/api/administration/validations/:requestId',
    summary:
      'Accept, refuse with a reason, or ask for another proof; `rpps_taken` where another account bears the number, `wrong_state` once decided',
    gate: decides,
    fresh: true,
    params: requestParams,
    body: validationDecision,
    response: z.void(),
  }),
};
