import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaSource } from './room-state.ts';

export const pauseSource = mediaRequest({
  gate: 'inside',
  summary: 'Pause or resume what I send',
  input: z.object({ source: mediaSource, paused: z.boolean() }),
  output: z.null(),
});
