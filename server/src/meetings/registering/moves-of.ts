import { asc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { meetings, presentationMoves } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';

export type PresentationMove = { fromStartsAt: Date; toStartsAt: Date; reason: string; movedAt: Date };

/** Each time some presentations were postponed, oldest first, by presentation, in one query. Source: SC-85. */
export async function movesOf(executor: Executor, presentationIds: string[]): Promise<Map<string, PresentationMove[]>> {
  if (presentationIds.length === 0) return new Map();
  const from = alias(meetings, 'from_meeting');
  const to = alias(meetings, 'to_meeting');
  const rows = await executor
    .select({
      presentationId: presentationMoves.presentationId,
      fromStartsAt: from.startsAt,
      toStartsAt: to.startsAt,
      reason: presentationMoves.reason,
      movedAt: presentationMoves.movedAt,
    })
    .from(presentationMoves)
    .innerJoin(from, eq(from.id, presentationMoves.fromMeetingId))
    .innerJoin(to, eq(to.id, presentationMoves.toMeetingId))
    .where(inArray(presentationMoves.presentationId, presentationIds))
    .orderBy(asc(presentationMoves.movedAt), asc(presentationMoves.id));
  return Map.groupBy(rows, ({ presentationId }) => presentationId);
}
