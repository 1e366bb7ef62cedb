import type { SubjectKind } from '@concertation/shared/access';
import { subjectsOfAccounts, type Principal } from '../../access/index.ts';
import { ownEvents } from '../../audit/index.ts';
import { readPersonalRecord, type Sessions } from '../../auth/index.ts';
import { readBoards } from '../../boards/index.ts';
import type { Executor } from '../../database/index.ts';
import { readPersonalMessages } from '../../messages/index.ts';
import { readConnectionTest, readPersonalNotices, readPreferences } from '../../notifications/index.ts';
import { readOrganisations } from '../../organisations/index.ts';
import { readOwnValidation } from '../../registration/index.ts';
import { latestErasure, toErasure } from './erasure-rows.ts';
import { listPersonalAccesses } from './list-accesses.ts';

/** The latest acts of a person that an export holds. */
const mostActs = 100_000;

type Named = { name: string; role: string };
type Counted = { on: 'cohort' | 'case' | 'meeting' | 'report'; role: string; count: number };

/** Everything kept of an account as a person. No secret, and nothing of a patient: what is about one is counted. */
export type PersonalData = Awaited<ReturnType<typeof gatherPersonalData>>;

async function namedRoles(
  executor: Executor,
  accountId: string,
  kind: SubjectKind,
  readNames: (executor: Executor, ids: string[]) => Promise<Map<string, { name: string }>>,
): Promise<Named[]> {
  const held = await subjectsOfAccounts(executor, kind, [accountId]);
  const names = await readNames(
    executor,
    held.map(({ subjectId }) => subjectId),
  );
  return held.map(({ subjectId, role }) => ({ name: names.get(subjectId)?.name ?? '', role }));
}

async function countedRoles(executor: Executor, accountId: string): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (const on of ['cohort', 'case', 'meeting', 'report'] as const) {
    const held = await subjectsOfAccounts(executor, on, [accountId]);
    for (const [role, of] of Map.groupBy(held, (one) => one.role)) counted.push({ on, role, count: of.length });
  }
  return counted;
}

/**
 * Reads it whole, each room saying what it keeps. A fixed number of queries. Throws `not_found`. Source: SC-44, GDPR
 * art. 15 and 20.
 */
export async function gatherPersonalData(
  { executor, sessions }: { executor: Executor; sessions: Sessions },
  principal: Principal,
) {
  const { accountId } = principal;
  const record = await readPersonalRecord(executor, accountId);
  const open = await sessions.list(principal);
  const validation = await readOwnValidation(executor, accountId);
  const test = await readConnectionTest(executor, accountId);
  const platform = await subjectsOfAccounts(executor, 'platform', [accountId]);
  const erasure = await latestErasure(executor, accountId);
  const acts = await ownEvents(executor, accountId, mostActs);
  return {
    madeAt: new Date().toISOString(),
    ...record,
    sessions: open.map(({ device, means, createdAt, lastSeenAt }) => ({ device, means, createdAt, lastSeenAt })),
    notificationPreferences: await readPreferences(executor, accountId),
    ...(await readPersonalNotices(executor, { accountId, email: record.profile.email ?? '' })),
    connectionTest: test && { at: test.at.toISOString(), passed: test.passed, outcome: test.outcome },
    validationRequests: validation.requests.map(
      ({ kind, proofKind, organisationName, message, state, reason, ...at }) => ({
        kind,
        proofKind,
        organisationName,
        message,
        state,
        reason,
        createdAt: at.createdAt,
        decidedAt: at.decidedAt,
      }),
    ),
    erasureRequest: erasure && { ...toErasure(erasure), requestId: undefined },
    messaging: await readPersonalMessages(executor, accountId),
    roles: {
      installation: platform.map(({ role }) => role),
      organisations: await namedRoles(executor, accountId, 'organisation', readOrganisations),
      boards: await namedRoles(executor, accountId, 'board', readBoards),
      counted: await countedRoles(executor, accountId),
    },
    actsOfOthers: await listPersonalAccesses(executor, principal),
    myActs: acts.map(({ at, kind }) => ({ at: at.toISOString(), kind })),
  };
}
