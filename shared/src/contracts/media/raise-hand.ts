import { z } from 'zod';
import { mediaRequest } from './request.ts';

export const raiseHand = mediaRequest({
  gate: 'inside',
  summary: 'Ask for the floor, or no longer',
  input: z.object({ raised: z.boolean() }),
  output: z.null(),
});
