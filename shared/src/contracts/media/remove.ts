import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaId } from './transport-parameters.ts';

/** Refused with `forbidden` for somebody who runs the meeting. */
export const remove = mediaRequest({
  gate: 'moderator',
  summary: 'Remove somebody from this meeting’s call, for good',
  input: z.object({ participantId: mediaId }),
  output: z.null(),
});
