import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaId, rtpCapabilities, rtpParameters } from './transport-parameters.ts';

export const consumerOptions = z.object({
  id: mediaId,
  producerId: mediaId,
  kind: z.enum(['audio', 'video']),
  rtpParameters,
  producerPaused: z.boolean(),
});
export type ConsumerOptions = z.infer<typeof consumerOptions>;

/**
 * Audio flows at once; video starts paused, until `tuneConsumer` says how large it is shown. A producer that ended
 * meanwhile is absent from the answer. `too_many` above the limit of videos received at once.
 */
export const consume = mediaRequest({
  gate: 'inside',
  summary: 'Receive what others send',
  input: z.object({ producerIds: z.array(mediaId).min(1).max(64), rtpCapabilities }),
  output: z.object({ consumers: z.array(consumerOptions) }),
});
