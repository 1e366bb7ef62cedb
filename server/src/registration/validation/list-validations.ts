import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { validationRequests } from '@concertation/schema';
import type { QueuedValidation } from '@concertation/shared/contracts';
import { accountsOn } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';
import { describeRequests } from './describe-requests.ts';

const mostWaiting = 200;
const mostDecided = 100;
const decidedStates = ['accepted', 'refused', 'asked_again'];

/** A proof is in the queue once it can be looked at. */
const canBeDecided = ({ kind, file }: QueuedValidation): boolean => kind !== 'proof' || file?.state === 'ready';

/**
 * The queue of the installation: what waits, oldest first, at most 200; or what was decided, latest first, at most 100.
 * Source: SC-23, SC-24.
 */
export async function listValidations(executor: Executor, state: 'waiting' | 'decided'): Promise<QueuedValidation[]> {
  const { createdAt, decidedAt, id, state: stored } = validationRequests;
  if (state === 'decided') {
    const rows = await executor
      .select()
      .from(validationRequests)
      .where(inArray(stored, decidedStates))
      .orderBy(desc(decidedAt), desc(id))
      .limit(mostDecided);
    return describeRequests(executor, rows);
  }
  const rows = await executor
    .select()
    .from(validationRequests)
    .where(eq(stored, 'waiting'))
    .orderBy(asc(createdAt), asc(id))
    .limit(mostWaiting);
  return (await describeRequests(executor, rows)).filter(canBeDecided);
}

/**
 * What waits for the administrators of one organisation: people who belong to it, without an RPPS number, oldest first.
 * Source: SC-24.
 */
export async function listOrganisationValidations(
  executor: Executor,
  organisationId: string,
): Promise<QueuedValidation[]> {
  const rows = await executor
    .select()
    .from(validationRequests)
    .where(
      and(
        eq(validationRequests.state, 'waiting'),
        eq(validationRequests.kind, 'administrator'),
        eq(validationRequests.organisationId, organisationId),
      ),
    )
    .orderBy(asc(validationRequests.createdAt), asc(validationRequests.id))
    .limit(mostWaiting);
  const people = new Set((await accountsOn(executor, 'organisation', [organisationId])).map((held) => held.accountId));
  const queued = await describeRequests(
    executor,
    rows.filter(({ accountId }) => people.has(accountId)),
  );
  return queued.filter(({ account }) => account.rpps === null);
}
