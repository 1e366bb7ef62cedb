import { z } from 'zod';
import { mediaRequest } from './request.ts';

/** Who runs the meeting, and who holds a seat, still come in. */
export const lock = mediaRequest({
  gate: 'moderator',
  summary: 'Let nobody else in, or open again',
  input: z.object({ locked: z.boolean() }),
  output: z.null(),
});
