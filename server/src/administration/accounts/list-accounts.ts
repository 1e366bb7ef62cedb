import { platform, type PlatformRole, platformRoles } from '@concertation/shared/access';
import type { AdministeredAccount } from '@concertation/shared/contracts';
import type { Standing } from '@concertation/shared/domain';
import { accountsOn } from '../../access/index.ts';
import { type SearchedAccount, searchAccounts } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { organisationsOfPeople } from '../../organisations/index.ts';

const isPlatformRole = (role: string): role is PlatformRole => platformRoles.some((known) => known === role);

/** Accounts as who administers the installation sees them, in their order. Three queries. */
export async function describeAccounts(executor: Executor, found: SearchedAccount[]): Promise<AdministeredAccount[]> {
  const organisations = await organisationsOfPeople(
    executor,
    found.map(({ accountId }) => accountId),
  );
  const held = await accountsOn(executor, 'platform', [platform.id]);
  return found.map((facts) => ({
    accountId: facts.accountId,
    name: facts.name,
    email: facts.email,
    specialty: facts.specialty,
    profession: facts.profession,
    rpps: facts.rpps,
    standing: facts.standing,
    suspensionReason: facts.suspensionReason,
    passkeys: facts.passkeys,
    createdAt: facts.createdAt.toISOString(),
    lastSeenAt: facts.lastSeenAt?.toISOString() ?? null,
    trialEndsAt: facts.trialEndsAt?.toISOString() ?? null,
    suspendedAt: facts.suspendedAt?.toISOString() ?? null,
    organisations: organisations.get(facts.accountId) ?? [],
    roles: held.flatMap(({ accountId, role }) => (accountId === facts.accountId && isPlatformRole(role) ? [role] : [])),
  }));
}

/** Accounts by name, e-mail or RPPS number, latest first, at most 50: who they are, never what they wrote. */
export async function listAccounts(
  executor: Executor,
  sought: { search?: string | undefined; standing?: Standing | 'suspended' | undefined },
): Promise<AdministeredAccount[]> {
  return describeAccounts(executor, await searchAccounts(executor, sought));
}
