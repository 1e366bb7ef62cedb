import { createHash, randomBytes } from 'node:crypto';
import { and, eq, lte } from 'drizzle-orm';
import { provenIdentities, providerVisits } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { ProvenIdentity } from './claims.ts';
import type { VisitPurpose, VisitSecrets } from './provider.ts';

const visitMs = 600_000;
const identityMs = 1_800_000;

export const newSecret = (): string => randomBytes(32).toString('base64url');
const hash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

type Visit = { purpose: VisitPurpose; accountId: string | null; shared: boolean };

/** Keeps what must come back, for ten minutes, and for the browser that holds `browserSecret` alone. */
export async function keepVisit(
  executor: Executor,
  { state, nonce, codeVerifier }: VisitSecrets,
  browserSecret: string,
  visit: Visit,
): Promise<void> {
  await executor.insert(providerVisits).values({
    id: hash(state),
    browserHash: hash(browserSecret),
    nonce,
    codeVerifier,
    ...visit,
    expiresAt: new Date(Date.now() + visitMs),
  });
}

/**
 * Takes a visit back, which is thereby over, whatever comes next: call it outside a transaction that may be undone. Throws
 * `pro_sante_connect_refused` when it is unknown, over, late, or was begun by another browser.
 */
export async function takeVisit(
  executor: Executor,
  state: string | null,
  browserSecret: string | null,
): Promise<Visit & VisitSecrets> {
  if (!state || !browserSecret) throw new AppError('pro_sante_connect_refused');
  const [row] = await executor
    .delete(providerVisits)
    .where(and(eq(providerVisits.id, hash(state)), eq(providerVisits.browserHash, hash(browserSecret))))
    .returning();
  if (!row || row.expiresAt <= new Date()) throw new AppError('pro_sante_connect_refused');
  const { nonce, codeVerifier, accountId, shared } = row;
  return { state, nonce, codeVerifier, accountId, shared, purpose: row.purpose as VisitPurpose };
}

/** Keeps whom the provider named to an account, for half an hour; returns the secret of the browser that may use it. */
export async function keepIdentity(executor: Executor, identity: ProvenIdentity, accountId: string): Promise<string> {
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + identityMs);
  await executor.insert(provenIdentities).values({ id: hash(secret), ...identity, accountId, expiresAt });
  return secret;
}

/** Whom this browser was named, for the account that asked; null when it is late, was none, or was for somebody else. */
export async function readIdentity(
  executor: Executor,
  secret: string | null,
  accountId: string,
): Promise<ProvenIdentity | null> {
  if (!secret) return null;
  const [row] = await executor
    .select()
    .from(provenIdentities)
    .where(eq(provenIdentities.id, hash(secret)));
  if (!row || row.accountId !== accountId || row.expiresAt <= new Date()) return null;
  const { subjectNameId, rpps, givenName, familyName } = row;
  return { subjectNameId, rpps, givenName, familyName };
}

/** Uses an identity up. */
export async function dropIdentity(executor: Executor, secret: string): Promise<void> {
  await executor.delete(provenIdentities).where(eq(provenIdentities.id, hash(secret)));
}

/** Removes the visits that never came back, and the identities nobody used. */
export async function removeExpiredVisits(executor: Executor): Promise<void> {
  const now = new Date();
  await executor.delete(providerVisits).where(lte(providerVisits.expiresAt, now));
  await executor.delete(provenIdentities).where(lte(provenIdentities.expiresAt, now));
}
