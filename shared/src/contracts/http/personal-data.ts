import { z } from 'zod';
import { subjectKinds } from '../../access/index.ts';
import { identifier, paragraph } from '../../domain/index.ts';
import { endpoint } from './endpoint.ts';

/**
 * What others may do that concerns an account, as its person reads it. The names are those of the audit; nothing else
 * is told. Source: GDPR art. 15, SC-44.
 */
export const personalActs = {
  'account.verified': { fr: 'Compte validé', en: 'Account validated' },
  'account.suspended': { fr: 'Compte suspendu', en: 'Account suspended' },
  'account.restored': { fr: 'Suspension levée', en: 'Suspension ended' },
  'validation.decided': { fr: 'Demande de validation traitée', en: 'Request for validation decided' },
  'proof.read': { fr: 'Justificatif consulté', en: 'Proof looked at' },
  'recovery.phone_read': {
    fr: 'Numéro de téléphone consulté pour vous rappeler',
    en: 'Telephone looked at, to call you back',
  },
  'recovery.decided': { fr: 'Demande de récupération du compte traitée', en: 'Recovery of the account decided' },
  'grant.given': { fr: 'Rôle donné', en: 'Role given' },
  'grant.withdrawn': { fr: 'Rôle retiré', en: 'Role withdrawn' },
  'case.opened_in_emergency': {
    fr: 'Dossier dont vous répondez ouvert en urgence',
    en: 'Case you answer for opened in an emergency',
  },
  'erasure.decided': { fr: 'Demande d’effacement traitée', en: 'Request for erasure decided' },
} as const satisfies Record<string, { fr: string; en: string }>;
export type PersonalAct = keyof typeof personalActs;
const acts = Object.keys(personalActs) as [PersonalAct, ...PersonalAct[]];

/** An act of somebody else that concerns me: on what kind of thing, for a role; by nobody, when it is the product's own. */
export const personalAccess = z.object({
  at: z.iso.datetime(),
  act: z.enum(acts),
  about: z.enum(subjectKinds).nullable(),
  by: z.string().nullable(),
});
export type PersonalAccess = z.infer<typeof personalAccess>;

export const erasureStates = ['waiting', 'done', 'refused', 'withdrawn'] as const;
export type ErasureState = (typeof erasureStates)[number];

/** What I asked, and what became of it. */
export const erasure = z.object({
  requestId: identifier,
  state: z.enum(erasureStates),
  askedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
});
export type Erasure = z.infer<typeof erasure>;

/** The same for who decides. `cases`: those that nobody else would answer for; counted, never named. */
export const askedErasure = erasure.extend({
  accountId: identifier,
  name: z.string(),
  specialty: z.string(),
  /** Null once it was erased. */
  email: z.string().nullable(),
  cases: z.number().int(),
  decidedBy: z.string().nullable(),
});
export type AskedErasure = z.infer<typeof askedErasure>;

/** What one decides: why is said to the person who is refused. */
export const erasureDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('done') }),
  z.object({ decision: z.literal('refused'), reason: paragraph(1000).min(1) }),
]);
export type ErasureDecision = z.infer<typeof erasureDecision>;

const manages = { action: 'platform.manage', subject: 'platform' } as const;

export const personalDataEndpoints = {
  listPersonalAccesses: endpoint({
    method: 'GET',
    path: '/api/account/personal-data/accesses',
    summary:
      '« Qui a consulté ce qui me concerne »: acts of others on my account and my roles, latest first; at most 100',
    gate: 'own_account',
    response: z.array(personalAccess),
  }),
  exportPersonalData: endpoint({
    method: 'GET',
    path: '/api/account/personal-data/export',
    summary: 'Everything kept of me as a person, as JSON or as a PDF: no secret, and no patient; audited',
    gate: 'own_account',
    fresh: true,
    query: z.object({ format: z.enum(['json', 'pdf']) }),
    response: z.void(),
    binary: 'application/octet-stream',
  }),
  readErasure: endpoint({
    method: 'GET',
    path: '/api/account/erasure',
    summary: 'My latest request for erasure; null: none',
    gate: 'own_account',
    response: z.object({ request: erasure.nullable() }),
  }),
  askErasure: endpoint({
    method: 'POST',
    path: '/api/account/erasure',
    summary:
      'Ask that my account be erased, typing its e-mail. `wrong_state` with `cases` while cases have no other owner or referent, or when it is asked already; `last_administrator`',
    gate: 'own_account',
    fresh: true,
    body: z.object({ email: z.string().trim().toLowerCase().max(254) }),
    response: erasure,
  }),
  withdrawErasure: endpoint({
    method: 'DELETE',
    path: '/api/account/erasure',
    summary: 'Take the request back; `wrong_state` when none waits',
    gate: 'own_account',
    response: z.void(),
  }),
  listErasures: endpoint({
    method: 'GET',
    path: '/api/administration/erasures',
    summary: 'Requests for erasure: those that wait, oldest first, then the latest 50 decided',
    gate: manages,
    response: z.array(askedErasure),
  }),
  decideErasure: endpoint({
    method: 'POST',
    path: '/api/administration/erasures/:requestId',
    summary:
      'Erase what the law does not keep, or refuse with a reason. Nobody decides their own; refusals as when asking',
    gate: manages,
    fresh: true,
    params: z.object({ requestId: identifier }),
    body: erasureDecision,
    response: z.void(),
  }),
};
