import { z } from 'zod';
import { AppError } from '../../../lib/index.ts';

const int32 = z
  .number()
  .int()
  .min(-(2 ** 31))
  .max(2 ** 31 - 1);

/** Of a codec: what an SDP line « a=fmtp » may hold. */
export const codecParameters = z
  .record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/), z.union([int32, z.string().max(128)]))
  .refine((parameters) => Object.keys(parameters).length <= 24);

/** Payload types that RTP leaves to negotiation, and those of old codecs: seven bits. */
export const payloadType = z.number().int().min(0).max(127);
export const clockRate = z.number().int().min(8000).max(96_000);
export const channels = z.number().int().min(1).max(8);
export const rtcpFeedback = z
  .array(z.object({ type: z.string().min(1).max(32), parameter: z.string().max(32).optional() }))
  .max(16);

/**
 * Reads what came off the wire; what the outline does not name is left out. Throws `malformed`. mediasoup's own checks
 * come after and are not enough: a value of a type it does not expect may break the channel of a whole worker (MED-9).
 */
export function readWire<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw new AppError('malformed');
  return read.data;
}
