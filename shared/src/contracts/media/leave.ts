import { z } from 'zod';
import { mediaRequest } from './request.ts';

export const leave = mediaRequest({
  gate: 'session',
  summary: '« Raccrocher »: give the seat up at once, or stop waiting',
  input: z.object({}),
  output: z.null(),
});
