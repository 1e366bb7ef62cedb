import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { iceServer, mediaId } from './transport-parameters.ts';

export const restartIce = mediaRequest({
  gate: 'inside',
  summary: 'Find a new path for one of my transports after the network changed',
  input: z.object({ transportId: mediaId }),
  output: z.object({ iceParameters: z.looseObject({}), iceServers: z.array(iceServer) }),
});
