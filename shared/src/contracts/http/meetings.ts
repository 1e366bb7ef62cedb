import { z } from 'zod';
import { boardRoles } from '../../access/index.ts';
import { boardKind, identifier, meetingState, reportState } from '../../domain/index.ts';
import { actionSchema } from '../access.ts';
import { person } from './account.ts';
import { endpoint } from './endpoint.ts';
import { patientBanner } from './patients.ts';

export const boardSummary = z.object({
  boardId: identifier,
  name: z.string(),
  kind: boardKind,
  organisation: z.string(),
});

export const meetingCard = z.object({
  meetingId: identifier,
  board: boardSummary,
  startsAt: z.iso.datetime(),
  state: meetingState,
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
});
export type PresentationLine = z.infer<typeof presentationLine>;

export const memberLine = z.object({ person, role: z.enum(boardRoles) });
export type MemberLine = z.infer<typeof memberLine>;

/** Attendance is rows: from a live connection, or typed by the secretary for somebody in the room. */
export const attendanceLine = z.object({
  attendanceId: identifier,
  name: z.string(),
  specialty: z.string(),
  source: z.enum(['connection', 'secretary']),
  arrivedAt: z.iso.datetime(),
  leftAt: z.iso.datetime().nullable(),
});
export type AttendanceLine = z.infer<typeof attendanceLine>;

export const meetingDetail = meetingCard.extend({
  currentPresentationId: identifier.nullable(),
  presentations: z.array(presentationLine),
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
    summary: 'Set the order of the list; `stale` unless it names exactly the current cases',
    gate: runs,
    params: meetingParams,
    body: z.object({ presentationIds: z.array(identifier).max(200) }),
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
    body: z.object({ name: z.string().trim().min(1).max(120), specialty: z.string().trim().min(1).max(120) }),
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
};
