import { z } from 'zod';
import { identifier } from '../../domain/index.ts';
import { mediaRequest } from './request.ts';

export const admit = mediaRequest({
  gate: 'moderator',
  summary: '« Admettre » somebody who waits, or turn them away, which lasts',
  input: z.object({ accountId: identifier, admitted: z.boolean() }),
  output: z.null(),
});
