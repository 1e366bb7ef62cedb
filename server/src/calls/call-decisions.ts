import { eq } from 'drizzle-orm';
import { callDecisions, calls } from '@concertation/schema';
import type { MeetingState, Video } from '@concertation/shared/domain';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { type Database, type Executor, notify, type Transaction } from '../database/index.ts';
import { readMeeting } from '../meetings/index.ts';

type Needs = { database: Database; audit: Audit };

/** What decides who may come into a meeting's call, beside their roles. */
export type CallFacts = {
  meetingState: MeetingState;
  mode: Video['mode'];
  locked: boolean;
  /** Accounts let in from the waiting room, and accounts removed for good. */
  admitted: ReadonlySet<string>;
  removed: ReadonlySet<string>;
};

/** The facts of a meeting's call, whether or not somebody is inside. Throws `not_found`. */
export async function readCallFacts(executor: Executor, meetingId: string): Promise<CallFacts> {
  const { state: meetingState, video } = await readMeeting(executor, meetingId);
  const [call] = await executor.select().from(calls).where(eq(calls.meetingId, meetingId));
  const decisions = await executor.select().from(callDecisions).where(eq(callDecisions.meetingId, meetingId));
  const decided = (decision: string) =>
    new Set(decisions.filter((row) => row.decision === decision).map(({ accountId }) => accountId));
  return {
    meetingState,
    mode: video.mode,
    locked: (call?.lockedAt ?? null) !== null,
    admitted: decided('admitted'),
    removed: decided('removed'),
  };
}

async function recordFor(
  needs: Needs,
  meetingId: string,
  write: (tx: Transaction) => Promise<unknown>,
  trace: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await needs.database.transaction(async (tx) => {
    await write(tx);
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await trace(tx);
  });
}

/** Writes down that somebody was admitted from the waiting room, or removed for good. What was decided last is true. */
export async function decideAdmission(
  needs: Needs,
  principal: Principal,
  { meetingId, accountId, decision }: { meetingId: string; accountId: string; decision: 'admitted' | 'removed' },
): Promise<void> {
  const decided = { decision, decidedBy: principal.accountId, decidedAt: new Date() };
  await recordFor(
    needs,
    meetingId,
    (tx) =>
      tx
        .insert(callDecisions)
        .values({ meetingId, accountId, ...decided })
        .onConflictDoUpdate({ target: [callDecisions.meetingId, callDecisions.accountId], set: decided }),
    (tx) =>
      needs.audit.record(
        tx,
        'call.decided',
        { ...principal, subject: `meeting:${meetingId}` },
        { decision, accountId },
      ),
  );
}

/** Lets nobody else into a meeting's call, or opens it again. */
export async function lockCall(needs: Needs, principal: Principal, meetingId: string, locked: boolean): Promise<void> {
  const set = { lockedAt: locked ? new Date() : null, lockedBy: locked ? principal.accountId : null };
  await recordFor(
    needs,
    meetingId,
    (tx) =>
      tx
        .insert(calls)
        .values({ meetingId, ...set })
        .onConflictDoUpdate({ target: calls.meetingId, set }),
    (tx) => needs.audit.record(tx, 'call.locked', { ...principal, subject: `meeting:${meetingId}` }, { locked }),
  );
}
