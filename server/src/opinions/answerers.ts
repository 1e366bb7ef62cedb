import { may } from '@concertation/shared/access';
import { rolesOf } from '../access/index.ts';
import { boardMembers } from '../boards/index.ts';
import type { Executor } from '../database/index.ts';
import type { OpinionFacts } from './read-opinions.ts';

type Asked = Pick<OpinionFacts, 'accountId' | 'boardId'>;

/** The accounts that may answer: the colleague, or the platform's members, who read what is presented to it; guests do not. */
export async function answerersOf(executor: Executor, { accountId, boardId }: Asked): Promise<string[]> {
  if (accountId !== null) return [accountId];
  const members = boardId === null ? [] : await boardMembers(executor, boardId);
  return [...new Set(members.filter(({ role }) => may('case.read', [role])).map((member) => member.accountId))];
}

/** Whether an account is one of them, and did not ask: nobody gives an opinion to themselves. */
export async function mayAnswer(executor: Executor, accountId: string, opinion: OpinionFacts): Promise<boolean> {
  if (opinion.askedBy === accountId) return false;
  if (opinion.boardId === null) return opinion.accountId === accountId;
  return may('case.read', await rolesOf(executor, accountId, { kind: 'board', id: opinion.boardId }));
}
