import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaId } from './transport-parameters.ts';

export const closeConsumer = mediaRequest({
  gate: 'inside',
  summary: 'Receive it no longer',
  input: z.object({ consumerId: mediaId }),
  output: z.null(),
});
