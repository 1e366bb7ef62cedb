import { z } from 'zod';
import { identifier, paragraph, reportState } from '../../domain/index.ts';
import { person } from './account.ts';
import { endpoint } from './endpoint.ts';
import { patientBanner } from './patients.ts';

/** « Demande en attente », « Demande répondue ». Source: SC-101. */
export const requestStates = ['pending', 'answered'] as const;
export const requestState = z.enum(requestStates);

/** An opinion asked of a colleague or of an opinion platform. */
export const opinionRequest = z.object({
  opinionId: identifier,
  caseId: identifier,
  patient: patientBanner,
  askedBy: person,
  askedAt: z.iso.datetime(),
  /** One of the two. */
  colleague: person.nullable(),
  boardName: z.string().nullable(),
  question: z.string(),
  state: requestState,
  answer: z.string().nullable(),
  answeredBy: person.nullable(),
  answeredAt: z.iso.datetime().nullable(),
  /** Whether the reader may answer it, and what they wrote so far. */
  mine: z.boolean(),
  draft: z.string(),
});
export type OpinionRequest = z.infer<typeof opinionRequest>;

/** One line of « commentaires »: an opinion of a meeting with its file once signed, or of a colleague. Source: SC-95 to SC-97. */
export const commentLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('report'),
    reportId: identifier,
    boardName: z.string(),
    meetingStartsAt: z.iso.datetime(),
    state: reportState,
    version: z.number().int(),
    replacedBy: identifier.nullable(),
    documentNumber: z.string().nullable(),
    signedAt: z.iso.datetime().nullable(),
  }),
  z.object({
    kind: z.literal('opinion'),
    opinionId: identifier,
    from: z.string(),
    specialty: z.string(),
    askedAt: z.iso.datetime(),
    question: z.string(),
    answer: z.string().nullable(),
    answeredAt: z.iso.datetime().nullable(),
    /** The reader asked it, and may withdraw it while it waits. */
    withdrawable: z.boolean(),
  }),
]);
export type CommentLine = z.infer<typeof commentLine>;

const caseParams = z.object({ caseId: identifier });
const opinionParams = caseParams.extend({ opinionId: identifier });
const reads = { action: 'case.read', subject: 'case', param: 'caseId' } as const;
const words = paragraph(20_000);

export const opinionEndpoints = {
  listOpinions: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/opinions',
    summary: '« Commentaires »: the reports of this case that the reader may read, and every opinion; latest first',
    gate: reads,
    params: caseParams,
    response: z.array(commentLine),
  }),
  askOpinion: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/opinions',
    summary:
      'Ask a colleague or an opinion platform, who may then read the case; `patient_objected` when the patient refused',
    gate: { action: 'case.share', subject: 'case', param: 'caseId' },
    params: caseParams,
    body: z.object({
      to: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('colleague'), accountId: identifier }),
        z.object({ kind: z.literal('platform'), boardId: identifier }),
      ]),
      question: words.min(1),
    }),
    response: z.object({ opinionId: identifier }),
  }),
  readOpinion: endpoint({
    method: 'GET',
    path: '/api/cases/:caseId/opinions/:opinionId',
    summary: 'An opinion asked, with its answer',
    gate: reads,
    params: opinionParams,
    response: opinionRequest,
  }),
  saveOpinionDraft: endpoint({
    method: 'PATCH',
    path: '/api/cases/:caseId/opinions/:opinionId',
    summary: 'Keep what is being written; only for who is asked',
    gate: reads,
    params: opinionParams,
    body: z.object({ draft: z.string().max(20_000) }),
    response: z.void(),
  }),
  answerOpinion: endpoint({
    method: 'POST',
    path: '/api/cases/:caseId/opinions/:opinionId/answer',
    summary: 'Give the opinion; it no longer changes. `wrong_state` when it was given or withdrawn',
    gate: reads,
    params: opinionParams,
    body: z.object({ answer: words.min(1) }),
    response: z.void(),
  }),
  withdrawOpinion: endpoint({
    method: 'DELETE',
    path: '/api/cases/:caseId/opinions/:opinionId',
    summary: 'Take back a request that waits; who was asked loses the access it gave',
    gate: { action: 'case.share', subject: 'case', param: 'caseId' },
    params: opinionParams,
    response: z.void(),
  }),
  listOpinionRequests: endpoint({
    method: 'GET',
    path: '/api/opinions',
    summary: '« Avis »: asked of me and of my platforms, or asked by me; pending first, at most 200',
    gate: 'signed_in',
    query: z.object({ box: z.enum(['received', 'sent']).default('received') }),
    response: z.array(opinionRequest),
  }),
};
