import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaId } from './transport-parameters.ts';

export const sendChat = mediaRequest({
  gate: 'inside',
  summary: 'Write to everybody in the call',
  input: z.object({ text: z.string().trim().min(1).max(1000) }),
  output: z.object({ lineId: mediaId }),
});
