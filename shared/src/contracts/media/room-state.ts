import { z } from 'zod';
import { identifier } from '../../domain/index.ts';
import { mediaId } from './transport-parameters.ts';

export const mediaSources = ['microphone', 'camera', 'screen'] as const;
export const mediaSource = z.enum(mediaSources);
export type MediaSource = z.infer<typeof mediaSource>;

/** What somebody sends. Paused: the seat is kept and nothing flows. */
export const sentSource = z.object({ producerId: mediaId, paused: z.boolean() });
export type SentSource = z.infer<typeof sentSource>;

/** How somebody's connection carries the call, shown in words. */
export const callQuality = z.enum(['good', 'fair', 'poor']);
export type CallQuality = z.infer<typeof callQuality>;

/** Somebody in the call. Name and specialty come from the account, or from the invitation of a guest. */
export const participant = z.object({
  /** The seat: kept through a reconnection. */
  participantId: mediaId,
  accountId: identifier,
  name: z.string(),
  specialty: z.string(),
  /** A moderator may run the meeting. */
  standing: z.enum(['moderator', 'member', 'guest']),
  /** False while the seat is kept for somebody whose connection was lost. */
  connected: z.boolean(),
  handRaisedAt: z.iso.datetime().nullable(),
  sources: z.partialRecord(mediaSource, sentSource),
  quality: callQuality.nullable(),
});
export type Participant = z.infer<typeof participant>;

/** A guest who asks to come in. */
export const waitingGuest = z.object({
  accountId: identifier,
  name: z.string(),
  specialty: z.string(),
  since: z.iso.datetime(),
});
export type WaitingGuest = z.infer<typeof waitingGuest>;

/** The whole state of a call, told again after each change: what arrives last is true. */
export const roomState = z.object({
  participants: z.array(participant),
  /** Empty for who may not admit. */
  waiting: z.array(waitingGuest),
  /** Who moderates now: the highest of those who run the meeting, else the member who came first (CM-31). */
  chairId: mediaId.nullable(),
  locked: z.boolean(),
});
export type RoomState = z.infer<typeof roomState>;

/** A line of the chat, which ends with the call unless it is kept in the meeting's notes. */
export const chatLine = z.object({
  lineId: mediaId,
  accountId: identifier,
  name: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
  kept: z.boolean(),
});
export type ChatLine = z.infer<typeof chatLine>;
