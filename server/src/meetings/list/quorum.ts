import { and, asc, eq, isNull } from 'drizzle-orm';
import { attendances, presentations } from '@concertation/schema';
import { evaluateQuorum, type Present, type QuorumStatus } from '@concertation/shared/domain';
import { readBoard } from '../../boards/index.ts';
import type { Executor, Transaction } from '../../database/index.ts';
import type { PresentationFacts } from '../read-presentations.ts';
import { treatingOf } from './treating-of.ts';

/** Who counts: those there now; once the meeting is closed, all those who were there. */
async function presentAt(
  executor: Executor,
  { meetingId, meetingState }: Pick<PresentationFacts, 'meetingId' | 'meetingState'>,
): Promise<Present[]> {
  const there = meetingState === 'closed' ? undefined : isNull(attendances.leftAt);
  const rows = await executor
    .select()
    .from(attendances)
    .where(and(eq(attendances.meetingId, meetingId), there))
    .orderBy(asc(attendances.arrivedAt), asc(attendances.id));
  return rows.map(({ accountId, name, specialty, source }) => ({
    accountId,
    name,
    specialty,
    authenticated: source === 'connection',
  }));
}

/**
 * The quorum as it is for one case; null where none is asked: a board without rules, or an « enregistrement », which is
 * not discussed. Rules QUO-1 to QUO-4. Source: SC-84; domain.md 1.1, 1.3.
 */
export async function quorumOf(executor: Executor, presentation: PresentationFacts): Promise<QuorumStatus | null> {
  if (presentation.track === 'registration') return null;
  const { quorum } = await readBoard(executor, presentation.boardId);
  if (quorum === null) return null;
  const treating = (await treatingOf(executor, [presentation])).get(presentation.presentationId) ?? [];
  return evaluateQuorum(quorum, await presentAt(executor, presentation), treating);
}

/** Keeps the quorum as it was when the report was validated, and why somebody went on without. */
export async function recordQuorum(
  tx: Transaction,
  presentationId: string,
  quorum: QuorumStatus | null,
  quorumDerogation: string | null,
): Promise<void> {
  await tx.update(presentations).set({ quorum, quorumDerogation }).where(eq(presentations.id, presentationId));
}

/** Whether a quorum is asked for the case and its report was never validated with it, nor with a reason to do without. */
export async function lacksQuorum(
  executor: Executor,
  { track, boardId, quorum, quorumDerogation }: PresentationFacts,
): Promise<boolean> {
  if (track === 'registration' || (await readBoard(executor, boardId)).quorum === null) return false;
  return quorum?.met !== true && quorumDerogation === null;
}
