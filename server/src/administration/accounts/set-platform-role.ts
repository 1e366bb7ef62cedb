import { platform, type PlatformRole } from '@concertation/shared/access';
import { grant, grantsOn, type Principal, revoke } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readAccountFacts } from '../../auth/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { refuseLastAdministrator } from './platform-administrators.ts';

/** Replaces somebody's role on the installation, with its audit rows. `by` null: the installation itself, from its console. */
export async function replacePlatformRole(
  { audit }: { audit: Audit },
  tx: Transaction,
  by: Pick<Principal, 'accountId' | 'sessionId'> | null,
  { accountId, role }: { accountId: string; role: PlatformRole | null },
): Promise<void> {
  if (role !== 'platform_administrator') await refuseLastAdministrator(tx, accountId);
  const held = (await grantsOn(tx, platform)).filter(({ grantee }) => grantee.id === accountId);
  const replaced = held.filter((given) => given.role !== role);
  for (const { id } of replaced) await revoke(tx, platform, id);
  const isNew = role !== null && held.length === replaced.length;
  const grantee = { kind: 'account', id: accountId } as const;
  if (isNew) await grant(tx, { subject: platform, grantee, role, grantedBy: by?.accountId ?? null });
  const scope = { ...by, subject: `account:${accountId}` };
  const about = { granteeKind: 'account', granteeId: accountId };
  for (const given of replaced) await audit.record(tx, 'grant.withdrawn', scope, { role: given.role, ...about });
  if (isNew) await audit.record(tx, 'grant.given', scope, { role, ...about });
}

/**
 * Makes somebody an administrator or support of the installation, or neither. Throws `not_found`, `wrong_state` for a role
 * given to who is not verified or is suspended, `last_administrator` when nobody would be one any more.
 */
export async function setPlatformRole(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  given: { accountId: string; role: PlatformRole | null },
): Promise<void> {
  await database.transaction(async (tx) => {
    const facts = (await readAccountFacts(tx, [given.accountId])).get(given.accountId);
    if (!facts) throw new AppError('not_found');
    if (given.role !== null && (!facts.verifiedAt || facts.suspendedAt)) throw new AppError('wrong_state');
    await replacePlatformRole({ audit }, tx, principal, given);
  });
}
