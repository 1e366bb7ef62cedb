import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { mediaId } from './transport-parameters.ts';

export const keepChatLine = mediaRequest({
  gate: 'moderator',
  summary: 'Keep a line of the chat in the meeting’s notes; once',
  input: z.object({ lineId: mediaId }),
  output: z.null(),
});
