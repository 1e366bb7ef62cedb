import { z } from 'zod';
import { identifier, meetingState, video } from '../../domain/index.ts';
import { endpoint } from './endpoint.ts';

/** A wall-clock instant in the board's time zone, as `2026-11-26T18:00`. */
const localInstant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

/** One date, or those of an RRULE from it (at most 104). What is absent is the board's. */
export const meetingPlan = z.object({
  startsAt: localInstant,
  durationMinutes: z.number().int().min(5).max(720).default(60),
  /** RFC 5545 without DTSTART: `FREQ=WEEKLY;COUNT=10`. `UNTIL` is a day. */
  rule: z.string().max(300).nullable().default(null),
  fictitious: z.boolean().default(false),
  video: video.nullable().default(null),
});
export type MeetingPlan = z.infer<typeof meetingPlan>;

/** A meeting as somebody who presents to its board may see it: no case, no name. */
export const boardMeeting = z.object({
  meetingId: identifier,
  startsAt: z.iso.datetime(),
  durationMinutes: z.number().int(),
  state: meetingState,
  fictitious: z.boolean(),
  registrationClosesAt: z.iso.datetime().nullable(),
  /** Registrations are open to presenters: planned, not closed, not full, not fictitious. */
  registers: z.boolean(),
  placesLeft: z.number().int().nullable(),
  inSeries: z.boolean(),
});
export type BoardMeeting = z.infer<typeof boardMeeting>;

const boardParams = z.object({ boardId: identifier });
const meetingParams = z.object({ meetingId: identifier });
const plans = { action: 'board.plan', subject: 'board', param: 'boardId' } as const;
const runs = { action: 'meeting.run', subject: 'meeting', param: 'meetingId' } as const;
const reads = { action: 'meeting.read', subject: 'meeting', param: 'meetingId' } as const;

export const planningEndpoints = {
  listBoardMeetings: endpoint({
    method: 'GET',
    path: '/api/boards/:boardId/meetings',
    summary: 'A board’s dates, coming first then the latest past ones, at most 100; `not_found` like the board itself',
    gate: 'signed_in',
    params: boardParams,
    response: z.array(boardMeeting),
  }),
  previewMeetings: endpoint({
    method: 'POST',
    path: '/api/boards/:boardId/meetings/preview',
    summary: 'The instants that a plan means, before it is made; `invalid` for a rule that means none',
    gate: plans,
    params: boardParams,
    body: meetingPlan,
    response: z.array(z.iso.datetime()),
  }),
  planMeetings: endpoint({
    method: 'POST',
    path: '/api/boards/:boardId/meetings',
    summary: 'Plan one date or a series, and invite the board’s members by e-mail with a calendar event',
    gate: plans,
    params: boardParams,
    body: meetingPlan,
    response: z.object({ meetingIds: z.array(identifier) }),
  }),
  updateMeeting: endpoint({
    method: 'PATCH',
    path: '/api/meetings/:meetingId',
    summary:
      'Change date, length, video or closing of registrations of a meeting not yet over; members’ calendars follow. `stale` since `revision`',
    gate: runs,
    params: meetingParams,
    body: z.object({
      revision: z.number().int(),
      startsAt: localInstant.optional(),
      durationMinutes: z.number().int().min(5).max(720).optional(),
      video: video.optional(),
      /** « Clore les inscriptions »: closed now, or open again until the board's usual delay. */
      registrationsClosed: z.boolean().optional(),
    }),
    response: z.void(),
  }),
  cancelMeeting: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/cancellation',
    summary: 'Cancel a planned meeting, or it and those that follow in its series; calendars follow',
    gate: runs,
    params: meetingParams,
    body: z.object({ reason: z.string().trim().min(3).max(500), following: z.boolean().default(false) }),
    response: z.void(),
  }),
  openMeeting: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/opening',
    summary: 'Open a planned meeting: people come in and their attendance is recorded',
    gate: runs,
    params: meetingParams,
    response: z.void(),
  }),
  inviteToMeeting: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/invitations',
    summary: 'Ask somebody by e-mail to come to this meeting as a guest; `wrong_state` where none is admitted',
    gate: runs,
    params: meetingParams,
    body: z.object({ email: z.email().max(254).toLowerCase() }),
    response: z.void(),
  }),
  announceMeeting: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/announcement',
    summary: 'Send the invitation again, with the calendar event, to every member',
    gate: runs,
    params: meetingParams,
    response: z.object({ recipients: z.number().int() }),
  }),
  readMeetingCalendar: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/calendar.ics',
    summary: 'The meeting as an iCalendar event',
    gate: reads,
    params: meetingParams,
    response: z.void(),
    binary: 'text/calendar',
  }),
};
