import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaSource } from './room-state.ts';
import { mediaId, rtpParameters } from './transport-parameters.ts';

/** One producer for each source. One screen at a time (OO-04): `screen_taken`, unless a moderator takes over. */
export const produce = mediaRequest({
  gate: 'inside',
  summary: 'Send my microphone, camera or screen',
  input: z.object({
    source: mediaSource,
    rtpParameters,
    paused: z.boolean().default(false),
    takeOver: z.boolean().default(false),
  }),
  output: z.object({ producerId: mediaId }),
});
