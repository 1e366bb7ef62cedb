import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { dtlsParameters, mediaId } from './transport-parameters.ts';

export const connectTransport = mediaRequest({
  gate: 'session',
  summary: 'Give the certificate of one of my transports, in a call or in a probe; once',
  input: z.object({ transportId: mediaId, dtlsParameters }),
  output: z.null(),
});
