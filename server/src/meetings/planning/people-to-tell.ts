import { and, inArray, ne } from 'drizzle-orm';
import { presentations } from '@concertation/schema';
import { accountsOn } from '../../access/index.ts';
import { boardMembers } from '../../boards/index.ts';
import type { Executor } from '../../database/index.ts';

/**
 * The accounts that meetings of one board concern, each once: the board's members, the meetings' guests, and whoever
 * presents a case there without sitting on the board. Three queries, however many meetings. Source: OO-24, OO-28.
 */
export async function peopleToTell(executor: Executor, boardId: string, meetingIds: string[]): Promise<string[]> {
  const members = await boardMembers(executor, boardId);
  const presenters = await executor
    .selectDistinct({ accountId: presentations.presenterId })
    .from(presentations)
    .where(and(inArray(presentations.meetingId, meetingIds), ne(presentations.state, 'removed')));
  const guests = await accountsOn(executor, 'meeting', meetingIds);
  return [...new Set([...members, ...presenters, ...guests].map(({ accountId }) => accountId))];
}
