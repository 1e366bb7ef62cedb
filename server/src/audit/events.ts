import { z } from 'zod';

const id = z.string();

/**
 * The closed list of what is recorded, each with the details it carries (ids, codes and counts; never a patient's name
 * or a clinical word). Source: issue section 7; domain.md 6.2.
 */
export const auditKinds = {
  'account.created': z.object({}),
  'session.opened': z.object({ means: z.enum(['passkey', 'demonstration']), device: z.string() }),
  'session.refused': z.object({ reason: z.string() }),
  'session.ended': z.object({ ended: id }),
  'passkey.added': z.object({ passkeyId: id }),
  'passkey.removed': z.object({ passkeyId: id }),
  'patient.created': z.object({ homonym: z.boolean() }),
  'patient.corrected': z.object({ revision: z.number() }),
  'case.opened': z.object({}),
  'case.read': z.object({}),
  'document.opened': z.object({ connectionId: id, role: z.enum(['writer', 'reader']) }),
  'document.closed': z.object({ connectionId: id, updates: z.number(), reason: z.string() }),
  'document.refused': z.object({ code: z.string() }),
  'grant.given': z.object({ role: z.string(), granteeKind: z.string(), granteeId: id }),
  'grant.withdrawn': z.object({ role: z.string(), granteeKind: z.string(), granteeId: id }),
  'meeting.moved': z.object({ presentationId: id.nullable() }),
  'meeting.closed': z.object({}),
  'attendance.added': z.object({ attendanceId: id }),
  'attendance.removed': z.object({ attendanceId: id }),
  'presentation.added': z.object({ presentationId: id, meetingId: id }),
  'report.read': z.object({}),
  'report.prefilled': z.object({ sections: z.array(z.string()) }),
  'report.moved': z.object({ from: z.string(), to: z.string() }),
  'report.frozen': z.object({ stateHash: z.string(), journalPosition: z.number(), derogation: z.boolean() }),
  'report.corrected': z.object({ replaces: id }),
  'report.signed': z.object({ signedHash: z.string(), unsignedHash: z.string() }),
  'report.signature_failed': z.object({ failure: z.string() }),
  'report.downloaded': z.object({ signedHash: z.string() }),
} as const satisfies Record<string, z.ZodType>;

export type AuditKind = keyof typeof auditKinds;
export type AuditDetails<Kind extends AuditKind> = z.infer<(typeof auditKinds)[Kind]>;
