import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { callQuality } from './room-state.ts';

export const reportQuality = mediaRequest({
  gate: 'inside',
  summary: 'How my connection carries the call, as my browser measures it',
  input: z.object({ quality: callQuality }),
  output: z.null(),
});
