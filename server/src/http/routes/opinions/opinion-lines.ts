import type { CommentLine, Person } from '@concertation/shared/contracts';
import { findPeople } from '../../../auth/index.ts';
import { readBoards } from '../../../boards/index.ts';
import { readCase } from '../../../cases/index.ts';
import type { Executor } from '../../../database/index.ts';
import { opinionsOfCase } from '../../../opinions/index.ts';

type OpinionLine = Extract<CommentLine, { kind: 'opinion' }>;

/**
 * The opinions asked on a case, in four queries. `from` names the colleague, or the platform and who answered for it. Source: SC-96.
 */
export async function opinionLines(
  executor: Executor,
  { accountId, mayShare }: { accountId: string; mayShare: boolean },
  caseId: string,
): Promise<OpinionLine[]> {
  const opinions = await opinionsOfCase(executor, caseId);
  const { ownerId } = await readCase(executor, caseId);
  const people = await findPeople(executor, [
    ...new Set(opinions.flatMap((opinion) => [opinion.accountId, opinion.answeredBy].filter((id) => id !== null))),
  ]);
  const boards = await readBoards(executor, [...new Set(opinions.flatMap(({ boardId }) => boardId ?? []))]);
  return opinions.map((opinion) => {
    const colleague: Person | undefined = people.get(opinion.accountId ?? opinion.answeredBy ?? '');
    const platform = boards.get(opinion.boardId ?? '')?.name;
    return {
      kind: 'opinion',
      opinionId: opinion.id,
      from: [platform, colleague?.name].filter(Boolean).join(' · '),
      specialty: colleague?.specialty ?? '',
      askedAt: opinion.askedAt.toISOString(),
      question: opinion.question,
      answer: opinion.answer,
      answeredAt: opinion.answeredAt?.toISOString() ?? null,
      withdrawable: mayShare && opinion.answeredAt === null && [opinion.askedBy, ownerId].includes(accountId),
    };
  });
}
