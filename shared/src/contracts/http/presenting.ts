import { z } from 'zod';
import {
  boardLabels,
  identifier,
  informationMeans,
  isCalendarDate,
  line,
  opposition,
  patientTraits,
  questionnaire,
} from '../../domain/index.ts';
import { boardSummary } from './boards.ts';
import { endpoint } from './endpoint.ts';
import { patientBanner } from './patients.ts';

/** How near a known patient is to what was typed: the same four traits, or one trait away (a typo, names swapped). */
export const patientMatch = z.object({
  nearness: z.enum(['same', 'near']),
  patient: patientBanner,
  /** A case of this patient that the reader may read. */
  caseId: identifier,
  /** The reader may open a new case for this patient. */
  usable: z.boolean(),
});
export type PatientMatch = z.infer<typeof patientMatch>;

/** What the patient was told and answered. Source: domain.md 6.1. */
export const consentDraft = z.object({
  informedOn: z.string().refine(isCalendarDate, { error: 'date' }),
  informedBy: line(160),
  means: informationMeans,
  opposition,
  /** Agrees to sharing outside the care team (guests). */
  sharing: z.boolean(),
});
export const consent = consentDraft.extend({ recordedBy: z.string(), recordedAt: z.iso.datetime() });
export type ConsentDraft = z.infer<typeof consentDraft>;
export type Consent = z.infer<typeof consent>;

/** Something without which a case is not ready. Source: SC-66, SC-71, SC-72, SC-87. */
export const missingItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('section'), section: z.enum(['diagnosis', 'history', 'question']) }),
  z.object({ kind: z.literal('consent') }),
  z.object({ kind: z.literal('objection') }),
  z.object({ kind: z.literal('labels') }),
  z.object({ kind: z.literal('answer'), label: z.string(), key: z.string() }),
  z.object({ kind: z.literal('guideline') }),
]);
export type MissingItem = z.infer<typeof missingItem>;

/** A case and one board that is, or will be, asked: « télé-expertise ». */
export const casePresentation = z.object({
  presentationId: identifier,
  board: boardSummary,
  meetingId: identifier,
  meetingStartsAt: z.iso.datetime(),
  state: z.enum(['preparing', 'listed', 'removed']),
  labels: z.array(z.string()),
  answers: z.record(z.string(), z.string()),
  boardLabels,
  labelsMandatory: z.boolean(),
  questionnaire,
  missing: z.array(missingItem),
  /** The reader may answer, postpone or withdraw it. */
  editable: z.boolean(),
  moves: z.array(
    z.object({
      fromStartsAt: z.iso.datetime(),
      toStartsAt: z.iso.datetime(),
      reason: z.string(),
      movedAt: z.iso.datetime(),
    }),
  ),
});
export type CasePresentation = z.infer<typeof casePresentation>;

const caseParams = z.object({ caseId: identifier });
const presentationParams = caseParams.extend({ presentationId: identifier });
const reads = { action: 'case.read', subject: 'case', param: 'caseId' } as const;
const shares = { action: 'case.share', subject: 'case', param: 'caseId' } as const;

export const presentingEndpoints = {
  matchPatients: endpoint({
    method: 'POST',
    path: '/api/patients/matches',
    summary:
      'The search that comes before a creation: those of my patients who may be this one; `elsewhere` when the same four traits exist in a case that I may not read, of which nothing more is said',
    gate: 'signed_in',
    body: patientTraits,
    response: z.object({ matches: z.array(patientMatch), elsewhere: z.boolean() }),
  }),
  listCasePresentations: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/presentations',
    summary: 'The boards asked about a case: those that the reader presents to or sits on',
    gate: reads,
    params: caseParams,
    response: z.array(casePresentation),
  }),
  choosePresentation: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/presentations',
    summary:
      'Prepare the presentation of a case to a board’s meeting; nothing is shown to the board before the registration. `already_presented`, `meeting_full`, `registration_closed`, `patient_objected`',
    gate: shares,
    params: caseParams,
    body: z.object({ meetingId: identifier }),
    response: z.object({ presentationId: identifier }),
  }),
  answerPresentation: endpoint({
    method: 'PATCH',
    path: '/api/cases/:caseId/presentations/:presentationId',
    summary: 'Save labels and answers as they are typed; a key that is not named keeps its answer',
    gate: reads,
    params: presentationParams,
    body: z.object({
      labels: z.array(z.string().max(24)).max(60).optional(),
      answers: z.record(z.string().max(24), z.string().max(4000)).optional(),
    }),
    response: z.void(),
  }),
  registerCase: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/registration',
    summary:
      '« Créer mon patient »: registers the case and puts every prepared presentation on its list. `incomplete` with what is missing, `patient_objected`, `meeting_full`, `registration_closed`',
    gate: shares,
    params: caseParams,
    response: z.object({ presentationIds: z.array(identifier) }),
  }),
  readConsent: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/consent',
    summary: 'What the patient was told and answered; null: nothing recorded',
    gate: reads,
    params: caseParams,
    response: consent.nullable(),
  }),
  recordConsent: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/consent',
    summary: 'Record it, or its change; an objection takes the case off every list where it was not discussed yet',
    gate: { action: 'case.write', subject: 'case', param: 'caseId' },
    params: caseParams,
    body: consentDraft,
    response: consent,
  }),
  postponePresentation: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/presentations/:presentationId/postponement',
    summary:
      'Move a case to a later meeting of the same board, with a reason; for its presenter, who shares the case, and who runs the meeting. `wrong_state` once validated',
    gate: reads,
    params: presentationParams,
    body: z.object({ meetingId: identifier, reason: z.string().trim().min(3).max(500) }),
    response: z.void(),
  }),
  withdrawPresentation: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/presentations/:presentationId/withdrawal',
    summary: 'Take a case off a list; the same people. The board keeps no access unless another list has the case',
    gate: reads,
    params: presentationParams,
    body: z.object({ reason: z.string().trim().max(500).default('') }),
    response: z.void(),
  }),
};
