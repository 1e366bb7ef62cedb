import { z } from 'zod';
import {
  boardLabels,
  guideline,
  identifier,
  line,
  meetingState,
  quorumRules,
  quorumStatus,
  reportState,
  track,
  video,
} from '../../domain/index.ts';
import { actionSchema } from '../access.ts';
import { person } from './account.ts';
import { boardSummary, memberLine } from './boards.ts';
import { endpoint } from './endpoint.ts';
import { patientBanner } from './patients.ts';
import { missingItem } from './presenting.ts';

export const meetingCard = z.object({
  meetingId: identifier,
  board: boardSummary,
  startsAt: z.iso.datetime(),
  durationMinutes: z.number().int(),
  state: meetingState,
  fictitious: z.boolean(),
  presentationCount: z.number().int(),
});
export type MeetingCard = z.infer<typeof meetingCard>;

/** A case on a meeting's list, with its current report. */
export const presentationLine = z.object({
  presentationId: identifier,
  position: z.number().int(),
  caseId: identifier,
  patient: patientBanner,
  presenter: person,
  reportId: identifier,
  reportState,
  track,
  guideline: guideline.nullable(),
  /** Planned; the board's when nothing else was said. */
  minutes: z.number().int(),
  urgent: z.boolean(),
  late: z.boolean(),
  /** Keys of the board's labels. */
  labels: z.array(z.string()),
  /** Empty: « prêt ». */
  missing: z.array(missingItem),
  /** The clock: seconds counted until `discussedSince`, and since when it runs. */
  discussedSeconds: z.number().int(),
  discussedSince: z.iso.datetime().nullable(),
  /** Accounts in charge of the patient: owner, referents, presenter (SC-84). */
  treatingIds: z.array(identifier),
  /** What the quorum was when the report was validated, and why somebody went on without. */
  quorum: quorumStatus.nullable(),
  quorumDerogation: z.string().nullable(),
});
export type PresentationLine = z.infer<typeof presentationLine>;

/** Attendance is rows: from a live connection, or typed by the secretary for somebody in the room. */
export const attendanceLine = z.object({
  attendanceId: identifier,
  accountId: identifier.nullable(),
  name: z.string(),
  specialty: z.string(),
  source: z.enum(['connection', 'secretary']),
  arrivedAt: z.iso.datetime(),
  leftAt: z.iso.datetime().nullable(),
});
export type AttendanceLine = z.infer<typeof attendanceLine>;

export const meetingDetail = meetingCard.extend({
  currentPresentationId: identifier.nullable(),
  /** Those that the reader may read; `reserved` counts the others (a guest's). */
  presentations: z.array(presentationLine),
  reserved: z.number().int(),
  boardLabels,
  /** The board's rules; null: no quorum. */
  quorumRules: quorumRules.nullable(),
  video,
  registrationClosesAt: z.iso.datetime().nullable(),
  capacity: z.number().int().nullable(),
  cancellationReason: z.string().nullable(),
  inSeries: z.boolean(),
  timeZone: z.string(),
  revision: z.number().int(),
  members: z.array(memberLine),
  attendance: z.array(attendanceLine),
  abilities: z.array(actionSchema),
});
export type MeetingDetail = z.infer<typeof meetingDetail>;

const meetingParams = z.object({ meetingId: identifier });
const runs = { action: 'meeting.run', subject: 'meeting', param: 'meetingId' } as const;

export const meetingEndpoints = {
  listMeetings: endpoint({
    method: 'GET',
    path: '/api/meetings',
    summary: 'The meetings of my boards',
    gate: 'signed_in',
    response: z.array(meetingCard),
  }),
  readMeeting: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId',
    summary: 'A meeting: list, people, attendance, current case',
    gate: { action: 'meeting.read', subject: 'meeting', param: 'meetingId' },
    params: meetingParams,
    response: meetingDetail,
  }),
  presentCase: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/presentations',
    summary: 'Put a case that I may share on a meeting’s list',
    gate: { action: 'meeting.read', subject: 'meeting', param: 'meetingId' },
    params: meetingParams,
    body: z.object({ caseId: identifier }),
    response: z.object({ presentationId: identifier }),
  }),
  orderPresentations: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/order',
    summary: 'Set the order of the list; `stale` unless it names exactly the current cases, and `from` is their order',
    gate: runs,
    params: meetingParams,
    /** `from`: the order that was on the screen; absent, whatever it was. */
    body: z.object({
      presentationIds: z.array(identifier).max(200),
      from: z.array(identifier).max(200).optional(),
    }),
    response: z.void(),
  }),
  moveMeeting: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/current',
    summary: 'Move everyone who follows to a case; `stale` when `from` is no longer the current one',
    gate: runs,
    params: meetingParams,
    body: z.object({ presentationId: identifier.nullable(), from: identifier.nullable() }),
    response: z.void(),
  }),
  updatePresentation: endpoint({
    method: 'PATCH',
    path: '/api/meetings/:meetingId/presentations/:presentationId',
    summary:
      'Minutes, urgency, « à discuter » or « enregistrement » with its référentiel; `guideline_missing` for an enregistrement without one',
    gate: runs,
    params: meetingParams.extend({ presentationId: identifier }),
    body: z.object({
      minutes: z.number().int().min(1).max(240).optional(),
      urgent: z.boolean().optional(),
      track: track.optional(),
      guideline: guideline.nullable().optional(),
    }),
    response: z.void(),
  }),
  remindPresenter: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/presentations/:presentationId/reminder',
    summary: 'Tell the presenter what is missing; `wrong_state` when nothing is, `too_many` within the hour',
    gate: runs,
    params: meetingParams.extend({ presentationId: identifier }),
    response: z.void(),
  }),
  closeMeeting: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/close',
    summary: 'Close the meeting',
    gate: runs,
    params: meetingParams,
    response: z.void(),
  }),
  addAttendance: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/attendance',
    summary: 'Add somebody who is in the room',
    gate: runs,
    params: meetingParams,
    /** `accountId` when it is somebody of the board, whose name and specialty are then theirs. */
    body: z.object({ accountId: identifier.nullable().default(null), name: line(120), specialty: line(120) }),
    response: attendanceLine,
  }),
  removeAttendance: endpoint({
    method: 'DELETE',
    path: '/api/meetings/:meetingId/attendance/:attendanceId',
    summary: 'Take back a line typed by the secretary',
    gate: runs,
    params: meetingParams.extend({ attendanceId: identifier }),
    response: z.void(),
  }),
  downloadAttendanceCertificate: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/attendance/:attendanceId/certificate',
    summary:
      '« Attestation de présence », sealed: one’s own, or anybody’s for who runs the meeting; `wrong_state` until it is closed, or when it never began',
    gate: { action: 'meeting.read', subject: 'meeting', param: 'meetingId' },
    params: meetingParams.extend({ attendanceId: identifier }),
    response: z.void(),
    binary: 'application/pdf',
  }),
  downloadMeetingSummary: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/summary',
    summary: '« Synthèse de la réunion », sealed; `wrong_state` until it is closed',
    gate: runs,
    params: meetingParams,
    response: z.void(),
    binary: 'application/pdf',
  }),
};
