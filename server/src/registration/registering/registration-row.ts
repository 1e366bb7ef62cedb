import { and, eq, gt, sql } from 'drizzle-orm';
import { registrations } from '@concertation/schema';
import { registration } from '@concertation/shared/contracts';
import { chosenServices, displayName, services } from '@concertation/shared/domain';
import type { z } from 'zod';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError, hashToken } from '../../lib/index.ts';

/** What is kept of what was typed: the password only as its hash, beside. A draft of before these choices has the usual ones. */
export const draft = registration.omit({ password: true, accepted: true }).extend({
  services: chosenServices.default([...services]),
  addressReaders: registration.shape.addressReaders.default('colleagues'),
});
export type Draft = z.infer<typeof draft>;

/** A registration that its link can still confirm. */
export type OpenRegistration = { id: string; draft: Draft; name: string; passwordHash: string | null };

/** The registration behind a link. Throws `link_ended` when it was used, expired, or never was. */
export async function readRegistration(executor: Executor, token: string): Promise<OpenRegistration> {
  const [row] = await executor
    .select()
    .from(registrations)
    .where(and(eq(registrations.tokenHash, hashToken(token)), gt(registrations.expiresAt, new Date())));
  if (!row) throw new AppError('link_ended');
  const given = draft.parse(JSON.parse(row.draft));
  return { id: row.id, draft: given, name: displayName(given), passwordHash: row.passwordHash };
}

/**
 * Uses a registration up, with every other one of the same address: their links end. Throws `link_ended` when another
 * request was faster.
 */
export async function useUpRegistration(tx: Transaction, { id, draft: { email } }: OpenRegistration): Promise<void> {
  const used = await tx
    .delete(registrations)
    .where(sql`${registrations.draft}::jsonb ->> 'email' = ${email}`)
    .returning({ id: registrations.id });
  if (!used.some((row) => row.id === id)) throw new AppError('link_ended');
}
