import type { z } from 'zod';

/** The fields of a form that its contract refuses, by name. */
export function wrongFields(schema: z.ZodType, value: unknown): Set<string> {
  const parsed = schema.safeParse(value);
  return new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
}
