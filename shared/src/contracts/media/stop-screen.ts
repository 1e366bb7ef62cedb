import { z } from 'zod';
import { mediaRequest } from './request.ts';

export const stopScreen = mediaRequest({
  gate: 'moderator',
  summary: 'End the screen that somebody shares',
  input: z.object({}),
  output: z.null(),
});
