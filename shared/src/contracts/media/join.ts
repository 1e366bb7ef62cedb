import { z } from 'zod';
import { identifier } from '../../domain/index.ts';
import { mediaRequest } from './request.ts';
import { chatLine, roomState } from './room-state.ts';
import { iceServer, mediaId, rtpCapabilities, transportOptions } from './transport-parameters.ts';

/**
 * Comes in, or comes back. A guest not yet admitted waits: the same request is sent again after the event `admitted`.
 * `seat` names the seat held before the connection was lost: when it is still kept, `resumed` says that the transports
 * of before still live. `renew` keeps the seat (hand, rank, name) and gives it new transports, because the page was loaded
 * again or the ones of before no longer carry anything: never `resumed`; also sent by somebody who is inside. Refused with `not_found`, `call_unavailable`, `call_locked`, `call_removed`, `call_over`, `call_full`.
 */
export const join = mediaRequest({
  gate: 'session',
  summary: 'Come into the call of a meeting, or back to the seat kept there',
  input: z.object({
    meetingId: identifier,
    seat: mediaId.nullable().default(null),
    renew: z.boolean().default(false),
  }),
  output: z.discriminatedUnion('state', [
    z.object({ state: z.literal('waiting') }),
    z.object({
      state: z.literal('inside'),
      participantId: mediaId,
      resumed: z.boolean(),
      rtpCapabilities,
      iceServers: z.array(iceServer),
      /** One to send, one to receive; null when resumed. */
      transports: z.object({ send: transportOptions, receive: transportOptions }).nullable(),
      room: roomState,
      chat: z.array(chatLine),
    }),
  ]),
});
