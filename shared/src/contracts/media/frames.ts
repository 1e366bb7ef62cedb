import { z } from 'zod';
import { errorCodes } from '../errors.ts';

/** A request as it travels, in JSON: `id` is the sender's, repeated by the reply. `data` is checked by the request's own schema. */
export const requestFrame = z.object({
  id: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  request: z.string().max(40),
  data: z.unknown(),
});
export type RequestFrame = z.infer<typeof requestFrame>;

/** The reply to one request: what it gives, or why it was refused. */
export const replyFrame = z.union([
  z.object({ reply: z.number().int(), error: z.enum(errorCodes) }),
  z.object({ reply: z.number().int(), data: z.unknown() }),
]);
export type ReplyFrame = z.infer<typeof replyFrame>;
