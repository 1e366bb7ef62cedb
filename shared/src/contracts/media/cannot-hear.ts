import { z } from 'zod';
import { mediaRequest } from './request.ts';

/** Told to the chair without a name, at most once in ten seconds for each person, and written nowhere. */
export const cannotHear = mediaRequest({
  gate: 'inside',
  summary: '« Je n’entends pas », without saying who',
  input: z.object({}),
  output: z.null(),
});
