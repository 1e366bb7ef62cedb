import { z } from 'zod';
import { mediaRequest } from './request.ts';

/** A place on the shared image, from its top left corner, in parts of its width and height. */
export const position = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });

export const point = mediaRequest({
  gate: 'inside',
  summary: 'Show a place on the screen being shared; null: no longer',
  input: z.object({ at: position.nullable() }),
  output: z.null(),
});
