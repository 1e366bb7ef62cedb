import { z } from 'zod';
import { mediaId } from './transport-parameters.ts';
import { chatLine, roomState } from './room-state.ts';
import { position } from './point.ts';

/** Why somebody is no longer in the call, and does not come back by itself. */
export const callEnds = ['removed', 'replaced', 'withdrawn', 'signed_out'] as const;
export const callEnd = z.enum(callEnds);
export type CallEnd = z.infer<typeof callEnd>;

/** What the server tells without being asked. */
export const mediaEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('room'), room: roomState }),
  /** Who speaks; null: nobody. */
  z.object({ event: z.literal('speaker'), participantId: mediaId.nullable() }),
  z.object({ event: z.literal('chat'), line: chatLine }),
  z.object({ event: z.literal('chat_kept'), lineId: mediaId }),
  z.object({ event: z.literal('pointer'), participantId: mediaId, at: position.nullable() }),
  /** To the chair: somebody does not hear. */
  z.object({ event: z.literal('cannot_hear') }),
  /** A moderator muted your microphone. */
  z.object({ event: z.literal('muted') }),
  /** Send `join` again: the chair let you in. */
  z.object({ event: z.literal('admitted') }),
  /** The media worker died: transports are gone, send `join` again for new ones. */
  z.object({ event: z.literal('rebuild') }),
  z.object({ event: z.literal('ended'), reason: callEnd }),
]);
export type MediaEvent = z.infer<typeof mediaEvent>;
