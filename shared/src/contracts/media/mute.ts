import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaId } from './transport-parameters.ts';

/** Nobody can be unmuted by another. */
export const mute = mediaRequest({
  gate: 'moderator',
  summary: 'Mute somebody; null: everybody but me',
  input: z.object({ participantId: mediaId.nullable() }),
  output: z.null(),
});
