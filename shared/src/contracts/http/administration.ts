import { z } from 'zod';
import { identifier, paragraph, patientTraits, standings } from '../../domain/index.ts';
import { person } from './account.ts';
import { endpoint } from './endpoint.ts';

/** An account as who administers the installation sees it: who they are, never what they wrote. */
export const administeredAccount = z.object({
  accountId: identifier,
  name: z.string(),
  email: z.string(),
  specialty: z.string(),
  profession: z.string(),
  rpps: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  standing: z.enum(standings),
  trialEndsAt: z.iso.datetime().nullable(),
  suspendedAt: z.iso.datetime().nullable(),
  suspensionReason: z.string().nullable(),
  passkeys: z.number().int(),
  organisations: z.array(z.string()),
  roles: z.array(z.enum(['platform_administrator', 'support'])),
});
export type AdministeredAccount = z.infer<typeof administeredAccount>;

/** Somebody who lost every way in. */
export const askedRecovery = z.object({
  recoveryId: identifier,
  account: administeredAccount,
  askedAt: z.iso.datetime(),
  state: z.enum(['asked', 'accepted', 'refused', 'stopped', 'used']),
  opensAt: z.iso.datetime().nullable(),
});
export type AskedRecovery = z.infer<typeof askedRecovery>;

/** One line of the audit: ids and codes, never a clinical word. */
export const auditLine = z.object({
  position: z.number().int(),
  at: z.iso.datetime(),
  kind: z.string(),
  accountId: identifier.nullable(),
  accountName: z.string().nullable(),
  patientId: identifier.nullable(),
  subject: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  /** To be seen first: an emergency access, a refusal. */
  marked: z.boolean(),
});
export type AuditLine = z.infer<typeof auditLine>;

const accountParams = z.object({ accountId: identifier });
const reads = { action: 'account.read', subject: 'platform' } as const;
const suspends = { action: 'account.suspend', subject: 'platform' } as const;
const audits = { action: 'audit.read', subject: 'platform' } as const;

const auditQuery = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  accountId: identifier.optional(),
  patientId: identifier.optional(),
  kind: z.string().trim().max(60).optional(),
  /** Only what is marked. */
  marked: z.enum(['true', 'false']).optional(),
});

/** How long a case opened in an emergency stays open, and how much one writes of why. */
export const emergencyHours = 2;
export const emergencyReasonLength = 20;

/** A case opened in an emergency, and until when; null for who may read it anyway. */
export const emergencyAccess = z.object({ caseId: identifier, endsAt: z.iso.datetime().nullable() });
export type EmergencyAccess = z.infer<typeof emergencyAccess>;

/** An emergency as those who answer for the case read it, with its written reason. */
export const caseEmergency = z.object({
  accessId: identifier,
  person: person.nullable(),
  reason: z.string(),
  openedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** It gives access still: neither over, nor withdrawn. */
  open: z.boolean(),
});
export type CaseEmergency = z.infer<typeof caseEmergency>;

export const administrationEndpoints = {
  openInEmergency: endpoint({
    method: 'POST',
    path: '/api/emergency',
    summary:
      'Read for two hours the latest case of a patient who needs care now, with a written reason: its owner is told. `forbidden` but for a verified account with an RPPS number; `not_found` whatever does not match; `too_many` after five in an hour',
    gate: 'signed_in',
    fresh: true,
    body: z.object({ traits: patientTraits, reason: paragraph(1000).min(emergencyReasonLength) }),
    response: emergencyAccess,
  }),
  listEmergencies: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/emergencies',
    summary: 'Who opened a case in an emergency, when and why, latest first; for those who answer for it',
    gate: { action: 'case.share', subject: 'case', param: 'caseId' },
    params: z.object({ caseId: identifier }),
    response: z.array(caseEmergency),
  }),
  listAccounts: endpoint({
    method: 'GET',
    path: '/api/administration/accounts',
    summary: 'Accounts by name, e-mail or RPPS number, latest first; at most 50',
    gate: reads,
    query: z.object({
      search: z.string().trim().max(100).optional(),
      standing: z.enum([...standings, 'suspended']).optional(),
    }),
    response: z.array(administeredAccount),
  }),
  suspendAccount: endpoint({
    method: 'POST',
    path: '/api/administration/accounts/:accountId/suspension',
    summary: 'Suspend an account: its sessions and channels close within 5 s. `last_administrator` for the only one',
    gate: suspends,
    fresh: true,
    params: accountParams,
    body: z.object({ reason: paragraph(1000).min(1) }),
    response: z.void(),
  }),
  restoreAccount: endpoint({
    method: 'DELETE',
    path: '/api/administration/accounts/:accountId/suspension',
    summary: 'End a suspension',
    gate: suspends,
    fresh: true,
    params: accountParams,
    response: z.void(),
  }),
  setPlatformRole: endpoint({
    method: 'POST',
    path: '/api/administration/accounts/:accountId/role',
    summary: 'Make somebody an administrator or support of the installation, or neither (null); `last_administrator`',
    gate: { action: 'platform.manage', subject: 'platform' },
    fresh: true,
    params: accountParams,
    body: z.object({ role: z.enum(['platform_administrator', 'support']).nullable() }),
    response: z.void(),
  }),
  listRecoveries: endpoint({
    method: 'GET',
    path: '/api/administration/recoveries',
    summary: 'Recoveries asked, oldest first, and those accepted and not used yet',
    gate: suspends,
    response: z.array(askedRecovery),
  }),
  readRecoveryPhone: endpoint({
    method: 'GET',
    path: '/api/administration/recoveries/:recoveryId/phone',
    summary:
      'The telephone that the account had on file, to call its owner back; null without one. Audited. `not_found` once decided, `forbidden` for one’s own',
    gate: suspends,
    params: z.object({ recoveryId: identifier }),
    response: z.object({ phone: z.string().nullable() }),
  }),
  decideRecovery: endpoint({
    method: 'POST',
    path: '/api/administration/recoveries/:recoveryId',
    summary: 'Accept a recovery, which opens after its waiting time, or refuse it. Nobody decides their own',
    gate: suspends,
    fresh: true,
    params: z.object({ recoveryId: identifier }),
    body: z.object({ accepted: z.boolean() }),
    response: z.void(),
  }),
  searchAudit: endpoint({
    method: 'GET',
    path: '/api/administration/audit',
    summary: 'The audit, latest first, 100 at a time; `before` is a position',
    gate: audits,
    query: auditQuery.extend({ before: z.coerce.number().int().positive().optional() }),
    response: z.array(auditLine),
  }),
  exportAudit: endpoint({
    method: 'GET',
    path: '/api/administration/audit/export',
    summary: 'The same as CSV, at most 100,000 lines; audited',
    gate: audits,
    fresh: true,
    query: auditQuery,
    response: z.void(),
    binary: 'text/csv',
  }),
};
