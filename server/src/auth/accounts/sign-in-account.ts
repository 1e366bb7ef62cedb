import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import type { AuthNeeds } from '../needs.ts';

/** An account that may sign in, with its address. */
export type SignInAccount = typeof accounts.$inferSelect & { email: string };

/** Nobody's id: what is looked up for an unknown e-mail, so that it takes the same questions. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** Neither suspended nor erased, no guest, and no person of a demonstration that is off. */
export const maySignIn = ({ demonstration }: Pick<AuthNeeds['configuration'], 'demonstration'>) =>
  and(
    isNull(accounts.suspendedAt),
    isNull(accounts.erasedAt),
    isNotNull(accounts.email),
    demonstration ? undefined : isNull(accounts.demonstrationKey),
  );

/** The account that may sign in with an address, exactly as it is stored; null without one. */
export async function accountAt(
  executor: Executor,
  { configuration }: Pick<AuthNeeds, 'configuration'>,
  email: string,
): Promise<SignInAccount | null> {
  const [row] = await executor
    .select()
    .from(accounts)
    .where(and(eq(accounts.email, email), maySignIn(configuration)));
  return (row as SignInAccount | undefined) ?? null;
}

/** The account of an id, if it may sign in. */
export async function signInAccount(
  executor: Executor,
  { configuration }: Pick<AuthNeeds, 'configuration'>,
  accountId: string,
): Promise<SignInAccount | null> {
  const [row] = await executor
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, accountId), maySignIn(configuration)));
  return (row as SignInAccount | undefined) ?? null;
}
