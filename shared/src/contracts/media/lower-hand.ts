import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaId } from './transport-parameters.ts';

export const lowerHand = mediaRequest({
  gate: 'moderator',
  summary: 'Lower somebody’s hand once they had the floor',
  input: z.object({ participantId: mediaId }),
  output: z.null(),
});
