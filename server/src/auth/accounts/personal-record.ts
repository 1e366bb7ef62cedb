import { asc, eq } from 'drizzle-orm';
import { accounts, recoveries } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { passkeysOf } from '../passkeys/stored-passkeys.ts';
import { addressReadersOf, servicesOf } from './account-choices.ts';
import { readWaysIn } from './ways-in.ts';

/** What auth keeps of a person, for that person: facts and names, without anything that opens or proves. */
export type PersonalRecord = Awaited<ReturnType<typeof readPersonalRecord>>;

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** Reads it whole: the telephone is not masked, hashes and secrets are not there. Throws `not_found`. Source: GDPR art. 15. */
export async function readPersonalRecord(executor: Executor, accountId: string) {
  const [row] = await executor.select().from(accounts).where(eq(accounts.id, accountId));
  if (!row) throw new AppError('not_found');
  const ways = await readWaysIn(executor, accountId, null);
  const asked = await executor
    .select({ askedAt: recoveries.askedAt, state: recoveries.state })
    .from(recoveries)
    .where(eq(recoveries.accountId, accountId))
    .orderBy(asc(recoveries.askedAt));
  return {
    profile: {
      title: row.title,
      givenName: row.givenName,
      familyName: row.familyName,
      specialty: row.specialty,
      profession: row.profession,
      workplace: row.workplace,
      rpps: row.rpps,
      email: row.email,
      phone: row.phone,
      services: servicesOf(row),
      addressReaders: addressReadersOf(row),
    },
    account: {
      createdAt: row.createdAt.toISOString(),
      trialEndsAt: iso(row.trialEndsAt),
      verifiedAt: iso(row.verifiedAt),
    },
    waysIn: {
      passwordChangedAt: ways.passwordChangedAt,
      codeApplication: ways.codeApplication,
      recoveryCodesLeft: ways.recoveryCodesLeft,
      proSanteConnect: ways.proSanteConnect,
    },
    passkeys: (await passkeysOf(executor, accountId)).map(({ name, createdAt, lastUsedAt }) => ({
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: iso(lastUsedAt),
    })),
    devices: ways.devices.map(({ name, hasPin, createdAt, lastSeenAt }) => ({ name, hasPin, createdAt, lastSeenAt })),
    recoveries: asked.map(({ askedAt, state }) => ({ askedAt: askedAt.toISOString(), state })),
  };
}
