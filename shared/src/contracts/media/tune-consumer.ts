import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaId } from './transport-parameters.ts';

export const tuneConsumer = mediaRequest({
  gate: 'inside',
  summary: 'Pause what is not seen, and receive the layer that fits the size of the tile',
  input: z.object({
    consumerId: mediaId,
    paused: z.boolean(),
    /** 0 small, 1 medium, 2 large; ignored for what has one layer. */
    spatialLayer: z.number().int().min(0).max(2).optional(),
  }),
  output: z.null(),
});
