import type { types } from 'mediasoup';
import { z } from 'zod';
import { readWire } from './outline.ts';

const bytes = { 'sha-1': 20, 'sha-224': 28, 'sha-256': 32, 'sha-384': 48, 'sha-512': 64 } as const;
const algorithms = ['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512'] as const;

const fingerprint = z
  .object({ algorithm: z.enum(algorithms), value: z.string().regex(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2})+$/) })
  .refine(({ algorithm, value }) => value.length === bytes[algorithm] * 3 - 1)
  .transform(({ algorithm, value }) => ({ algorithm, value: value.toUpperCase() }));

const dtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).default('auto'),
  fingerprints: z.array(fingerprint).min(1).max(8),
});

/** The certificate that a browser will show. Throws `malformed`, also for a fingerprint that is not as long as its algorithm makes it. */
export const readDtlsParameters = (value: unknown): types.DtlsParameters => readWire(dtlsParameters, value);
