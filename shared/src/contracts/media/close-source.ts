import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaSource } from './room-state.ts';

export const closeSource = mediaRequest({
  gate: 'inside',
  summary: 'Stop sending',
  input: z.object({ source: mediaSource }),
  output: z.null(),
});
