import { z } from 'zod';
import { identifier, reportState } from '../../domain/index.ts';
import { caseSections, reportFields, reportSections } from '../../documents/index.ts';
import { actionSchema } from '../access.ts';
import { endpoint } from './endpoint.ts';
import { patientBanner } from './patients.ts';

/** Something missing before a freeze. */
export const gap = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('section'), section: z.enum(reportSections) }),
  z.object({ kind: z.literal('field'), field: z.enum(reportFields) }),
  z.object({ kind: z.literal('attendance') }),
  /** Validated without the quorum, and without a reason. */
  z.object({ kind: z.literal('quorum') }),
]);
export type Gap = z.infer<typeof gap>;

export const signatureLevels = ['B', 'T', 'LT', 'LTA'] as const;

export const signatureState = z.enum(['none', 'pending', 'signed']);

export const reportDetail = z.object({
  reportId: identifier,
  presentationId: identifier,
  meetingId: identifier,
  caseId: identifier,
  boardName: z.string(),
  patient: patientBanner,
  state: reportState,
  version: z.number().int(),
  replaces: identifier.nullable(),
  /** The version that corrects it, even as a draft. */
  replacedBy: identifier.nullable(),
  /** A signed version cancels and replaces it. */
  isReplaced: z.boolean(),
  prefilledAt: z.iso.datetime().nullable(),
  frozenAt: z.iso.datetime().nullable(),
  frozenBy: z.string().nullable(),
  documentNumber: z.string().nullable(),
  /** SHA-256 of the frozen bytes, in hexadecimal. */
  stateHash: z.string().nullable(),
  signature: signatureState,
  /** Why the last try to render or sign failed, as a code for the administrator. */
  signatureFailure: z.string().nullable(),
  /** How far its signature goes: baseline, timestamped, with what proves its certificates, archived. Source: ETSI EN 319 142-1. */
  signatureLevel: z.enum(signatureLevels).nullable(),
  /** Its authority of time did not answer: the signature is asked to be timestamped again, by itself. */
  timestampAwaited: z.boolean(),
  abilities: z.array(actionSchema),
});
export type ReportDetail = z.infer<typeof reportDetail>;

/** Whether something was written before the meeting's first case, until its end, or later. */
export const writtenWhen = ['before', 'during', 'after'] as const;

/** What somebody says of the decision's words. */
export const readBackVerdicts = ['agrees', 'dissents'] as const;

/** Forms that change what words say: struck out, in exponent, in index. Bold and colours do not. */
export const meaningfulMarks = ['strike', 'super', 'sub'] as const;

/** The decision as it would be frozen now: what « Relecture » shows, and what its hash binds. Rule RBK-1. */
export const decisionText = z.object({
  /** The proposal, a line per paragraph, item and table row, blank ones left out; words of one form together. */
  lines: z.array(z.array(z.object({ text: z.string(), marks: z.array(z.enum(meaningfulMarks)) }))),
  fields: z.array(z.object({ field: z.enum(reportFields), value: z.string() })),
});
export type DecisionText = z.infer<typeof decisionText>;

/** SHA-256, hexadecimal. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** « Relecture »: the decision's exact words, and what those present said of them. Rules RBK-1 to RBK-5. */
export const readBack = z.object({
  text: decisionText,
  textHash: hash,
  answers: z.array(
    z.object({
      accountId: identifier,
      name: z.string(),
      specialty: z.string(),
      verdict: z.enum(readBackVerdicts),
      reason: z.string().nullable(),
      givenAt: z.iso.datetime(),
      /** False once the words have changed: it says nothing of these any more. */
      holds: z.boolean(),
    }),
  ),
  /** Specialties present of which nobody has said anything of these words. */
  awaited: z.array(z.string()),
  /** The reader was at the meeting, and the report is not frozen. */
  mayAnswer: z.boolean(),
});
export type ReadBack = z.infer<typeof readBack>;

/** Who wrote something: an index into `people`; null for the product itself. Instants are ISO 8601 in UTC. */
const written = { by: z.number().int().nullable(), at: z.iso.datetime() };

/** Words that one person wrote in one go. */
export const provenanceRun = z.object({
  text: z.string(),
  ...written,
  /** Of the last of these words; `at` is that of the first. */
  until: z.iso.datetime(),
  when: z.enum(writtenWhen),
  /** For words copied from the case sheet: from which part, and who had written them there. `by` is who copied. */
  from: z.object({ section: z.enum(caseSections), ...written }).nullable(),
});
export type ProvenanceRun = z.infer<typeof provenanceRun>;

/** Who wrote every character of a frozen report, computed from its journal. Rules PRV-1 to PRV-8. */
export const provenance = z.object({
  format: z.literal('concertation-provenance-1'),
  documentNumber: z.string(),
  /** SHA-256 of the frozen bytes, hexadecimal. */
  stateHash: z.string(),
  /** The rows that it was computed from, and the hash that chains the last of them to all the others. */
  journal: z.object({ rows: z.number().int(), hash: z.string() }),
  people: z.array(z.object({ name: z.string(), specialty: z.string(), role: z.string() })),
  /** The runs of a section, one after the other, are its words: a line per paragraph, item and table row. */
  sections: z.array(z.object({ section: z.enum(reportSections), runs: z.array(provenanceRun) })),
  fields: z.array(z.object({ field: z.enum(reportFields), ...written, when: z.enum(writtenWhen) })),
});
export type Provenance = z.infer<typeof provenance>;

/**
 * What is looked at in a report's file. `signature`: of the whole file; `signer`: who was expected; `timestamp`: the times
 * that authorities vouch for, absent where none does.
 */
export const fileChecks = ['signature', 'signer', 'timestamp', 'frozen_bytes', 'provenance'] as const;

/** Whether a report's file is the one that was signed. Rules VER-1 to VER-6. */
export const verification = z.object({
  /** It is as it was signed, by whomever: no check but `signer` fails. */
  whole: z.boolean(),
  /** `issued`: of the signer, or of a time, whose certificate comes from one of the authorities that were given. */
  checks: z.array(z.object({ check: z.enum(fileChecks), outcome: z.enum(['holds', 'issued', 'fails', 'absent']) })),
  /** What the file says of itself; null where its signature fails, or it is none of the product's. */
  report: z
    .object({
      documentNumber: z.string(),
      version: z.number().int(),
      establishment: z.string(),
      frozenAt: z.string(),
      frozenBy: z.string(),
      /** The document that it cancels and replaces. */
      replaces: z.string().nullable(),
      stateHash: z.string(),
    })
    .nullable(),
  /** `fingerprint`: SHA-256 of the certificate, hexadecimal in pairs. */
  signer: z.object({ name: z.string(), fingerprint: z.string() }).nullable(),
  /** By when it was signed, by the word of whom; the earliest, where several vouch for it. Null where none does. */
  timestamp: z.object({ at: z.iso.datetime(), authority: z.string(), fingerprint: z.string() }).nullable(),
});
export type Verification = z.infer<typeof verification>;

const reportParams = z.object({ reportId: identifier });
const gate = (action: 'report.read' | 'report.write' | 'report.validate' | 'report.freeze') => ({
  action,
  subject: 'report' as const,
  param: 'reportId',
});

/**
 * What who freezes checked: two identifiers typed again (product.md 4.3), or, for several reports at once, the decision
 * read beside its patient, by the hash of its words and the revision of the identity shown.
 */
export const freezeCheck = z.discriminatedUnion('by', [
  z.object({ by: z.literal('identity'), birthName: z.string().max(100), birthDate: z.string().max(10) }),
  z.object({ by: z.literal('reading'), textHash: hash, patientRevision: z.number().int() }),
]);
export type FreezeCheck = z.infer<typeof freezeCheck>;

export const freezeBody = z.object({
  check: freezeCheck,
  /** Required when there are gaps: the recorded derogation. */
  derogation: z.string().trim().max(1000).nullable().default(null),
});

export const reportEndpoints = {
  readReport: endpoint({
    method: 'GET',
    path: '/api/reports/:reportId',
    summary: 'A report: state, versions, signature',
    gate: gate('report.read'),
    params: reportParams,
    response: reportDetail,
  }),
  prefillReport: endpoint({
    method: 'POST',
    path: '/api/reports/:reportId/prefill',
    summary: 'Copy question and summary from the case sheet into empty sections',
    gate: gate('report.write'),
    params: reportParams,
    response: z.object({ filled: z.array(z.enum(reportSections)) }),
  }),
  moveReport: endpoint({
    method: 'POST',
    path: '/api/reports/:reportId/state',
    summary:
      'Brouillon, en discussion, validé; `quorum_unmet` for a validation without the board’s quorum, unless a reason is given',
    gate: gate('report.validate'),
    params: reportParams,
    body: z.object({
      state: z.enum(['draft', 'discussion', 'validated']),
      quorumDerogation: z.string().trim().min(3).max(500).nullable().default(null),
    }),
    response: z.void(),
  }),
  listGaps: endpoint({
    method: 'GET',
    path: '/api/reports/:reportId/gaps',
    summary: 'What is missing before a freeze',
    gate: gate('report.read'),
    params: reportParams,
    response: z.array(gap),
  }),
  readReadBack: endpoint({
    method: 'GET',
    path: '/api/reports/:reportId/read-back',
    summary: '« Relecture »: the decision’s exact words, and what those present said of them',
    gate: gate('report.read'),
    params: reportParams,
    response: readBack,
  }),
  answerReadBack: endpoint({
    method: 'POST',
    path: '/api/reports/:reportId/read-back',
    summary:
      'Agree to the decision’s words or dissent; `stale` when they changed meanwhile, `forbidden` for who was not there, `report_sealed` after the freeze',
    gate: gate('report.read'),
    params: reportParams,
    body: z.discriminatedUnion('verdict', [
      z.object({ verdict: z.literal('agrees'), textHash: hash }),
      z.object({ verdict: z.literal('dissents'), textHash: hash, reason: z.string().trim().min(3).max(1000) }),
    ]),
    response: readBack,
  }),
  freezeReport: endpoint({
    method: 'POST',
    path: '/api/reports/:reportId/freeze',
    summary:
      'Freeze: one version, one hash; asked twice it answers the same; `stale` when the decision that was read has changed',
    gate: gate('report.freeze'),
    fresh: true,
    params: reportParams,
    body: freezeBody,
    response: reportDetail,
  }),
  correctReport: endpoint({
    method: 'POST',
    path: '/api/reports/:reportId/corrections',
    summary: 'Open a new version that replaces a frozen one; the first stays as it was',
    gate: gate('report.freeze'),
    params: reportParams,
    body: z.object({ reason: z.string().trim().min(3).max(1000) }),
    response: z.object({ reportId: identifier }),
  }),
  readProvenance: endpoint({
    method: 'GET',
    path: '/api/reports/:reportId/provenance',
    summary:
      '« Qui a écrit ceci »: who wrote each character of a frozen report; `signature_pending` until it is signed, `wrong_state` before the freeze',
    gate: gate('report.read'),
    params: reportParams,
    response: provenance,
  }),
  downloadReport: endpoint({
    method: 'GET',
    path: '/api/reports/:reportId/pdf',
    summary: 'The signed PDF',
    gate: gate('report.read'),
    params: reportParams,
    response: z.void(),
    binary: 'application/pdf',
  }),
};
