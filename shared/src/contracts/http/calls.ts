import { z } from 'zod';
import { identifier, line, title } from '../../domain/index.ts';
import { endpoint } from './endpoint.ts';
import { connectionTest } from './notifications.ts';

/** What carries calls on this server: being prepared (a download or a build), ready, or not to be had. */
export const mediaEngine = z.discriminatedUnion('state', [
  z.object({ state: z.literal('preparing'), step: z.string(), percent: z.number().min(0).max(100).nullable() }),
  z.object({ state: z.literal('ready') }),
  /** Why, for who runs the meeting; null for the others. */
  z.object({ state: z.literal('unavailable'), reason: z.string().nullable() }),
]);
export type MediaEngineState = z.infer<typeof mediaEngine>;

/** What the green room shows before joining. */
export const callSummary = z.object({
  engine: mediaEngine,
  /** People inside now: names, in the order they came. */
  inside: z.array(z.object({ accountId: identifier, name: z.string() })),
  locked: z.boolean(),
  /** Whether who asks goes through the waiting room. */
  waits: z.boolean(),
  removed: z.boolean(),
});
export type CallSummary = z.infer<typeof callSummary>;

/** SA-108, SA-109: stars for the technical quality, with a free comment. */
export const callRating = z.object({
  stars: z.number().int().min(1).max(5),
  comment: z.string().trim().max(1000).default(''),
});
export type CallRating = z.infer<typeof callRating>;

/** The latest connection test of somebody expected at a meeting; null: none yet. */
export const expectedConnection = z.object({
  accountId: identifier,
  name: z.string(),
  specialty: z.string(),
  test: z.object({ at: z.iso.datetime(), passed: z.boolean(), outcome: connectionTest }).nullable(),
});
export type ExpectedConnection = z.infer<typeof expectedConnection>;

/** Somebody without an account, vouched for by who invites them (CM-08). `quality`: their specialty or function. */
export const newGuest = z.object({
  title,
  givenName: line(80),
  familyName: line(80),
  quality: line(120),
  email: z.email().max(254).toLowerCase(),
});
export type NewGuest = z.infer<typeof newGuest>;

export const meetingGuest = z.object({
  guestId: identifier,
  accountId: identifier,
  name: z.string(),
  quality: z.string(),
  email: z.string(),
  invitedBy: z.string(),
  state: z.enum(['invited', 'came', 'withdrawn', 'expired']),
  expiresAt: z.iso.datetime(),
});
export type MeetingGuest = z.infer<typeof meetingGuest>;

/** What a guest's link shows before it is followed: no case, no patient, no other name than who invites. */
export const guestLink = z.object({
  meetingId: identifier,
  boardName: z.string(),
  startsAt: z.iso.datetime(),
  durationMinutes: z.number().int(),
  timeZone: z.string(),
  name: z.string(),
  quality: z.string(),
  invitedBy: z.string(),
});
export type GuestLink = z.infer<typeof guestLink>;

/** How many bytes one request of the bandwidth estimate carries. */
export const bandwidthSample = 200_000;

const meetingParams = z.object({ meetingId: identifier });
const guestParams = meetingParams.extend({ guestId: identifier });
const linkParams = z.object({ token: z.string().min(20).max(100) });
const runs = { action: 'meeting.run', subject: 'meeting', param: 'meetingId' } as const;
const reads = { action: 'meeting.read', subject: 'meeting', param: 'meetingId' } as const;

export const callEndpoints = {
  readCall: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/call',
    summary: 'The call of a meeting before joining: who is inside, and whether this server carries calls',
    gate: reads,
    params: meetingParams,
    response: callSummary,
  }),
  rateCall: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/call/rating',
    summary: 'Rate the technical quality of the call, from 1 to 5 stars; again replaces',
    gate: reads,
    params: meetingParams,
    body: callRating,
    response: z.void(),
  }),
  listCallRatings: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/call/ratings',
    summary: 'The ratings of a call, without names',
    gate: runs,
    params: meetingParams,
    response: z.object({ average: z.number().nullable(), lines: z.array(callRating.extend({ at: z.iso.datetime() })) }),
  }),
  listExpectedConnections: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/connection-tests',
    summary: 'The latest connection test of everybody expected: members, presenters, guests',
    gate: runs,
    params: meetingParams,
    response: z.array(expectedConnection),
  }),
  listGuests: endpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/guests',
    summary: 'The guests with a personal link',
    gate: runs,
    params: meetingParams,
    response: z.array(meetingGuest),
  }),
  inviteGuest: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/guests',
    summary: 'Send a personal link to somebody without an account; `wrong_state` where the board admits no guest',
    gate: runs,
    params: meetingParams,
    body: newGuest,
    response: z.object({ guestId: identifier }),
  }),
  renewGuest: endpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/guests/:guestId/renewal',
    summary: 'Send a new link, which ends the former and whatever it opened',
    gate: runs,
    params: guestParams,
    response: z.void(),
  }),
  withdrawGuest: endpoint({
    method: 'DELETE',
    path: '/api/meetings/:meetingId/guests/:guestId',
    summary: 'Withdraw a guest’s link; who followed it is out within 5 seconds',
    gate: runs,
    params: guestParams,
    response: z.void(),
  }),
  readGuestLink: endpoint({
    method: 'GET',
    path: '/api/guest-links/:token',
    summary: 'What a guest’s link is for; `invitation_ended` when it was withdrawn, renewed, or its meeting is over',
    gate: 'public',
    params: linkParams,
    response: guestLink,
  }),
  openGuestLink: endpoint({
    method: 'POST',
    path: '/api/guest-links/:token/session',
    summary:
      'Follow a guest’s link: a session for this meeting alone, which ends the one opened before by the same link',
    gate: 'public',
    params: linkParams,
    response: z.object({ meetingId: identifier }),
  }),
  readBandwidthSample: endpoint({
    method: 'GET',
    path: '/api/connection-test/sample',
    summary: 'Bytes that mean nothing, to estimate the download',
    gate: 'session',
    response: z.void(),
    binary: 'application/octet-stream',
  }),
  sendBandwidthSample: endpoint({
    method: 'POST',
    path: '/api/connection-test/sample',
    summary: 'Characters that mean nothing, to estimate the upload; forgotten at once',
    gate: 'session',
    body: z.object({ filler: z.string().max(bandwidthSample) }),
    response: z.void(),
  }),
};
