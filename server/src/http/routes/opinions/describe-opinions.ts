import type { OpinionRequest, Person } from '@concertation/shared/contracts';
import { findPeople } from '../../../auth/index.ts';
import { readBoards } from '../../../boards/index.ts';
import { readCases } from '../../../cases/index.ts';
import type { Executor } from '../../../database/index.ts';
import type { OpinionFacts } from '../../../opinions/index.ts';
import { readPatients } from '../../../patients/index.ts';

/** Who looks, and the boards whose cases they read: what is asked of these is asked of them too. */
export type OpinionReader = { accountId: string; boardIds: readonly string[] };

const distinct = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

function isMine({ accountId, boardIds }: OpinionReader, opinion: OpinionFacts): boolean {
  if (opinion.answeredAt !== null || opinion.askedBy === accountId) return false;
  return opinion.accountId === accountId || (opinion.boardId !== null && boardIds.includes(opinion.boardId));
}

/** Opinions asked, with their patient, people and platform, in the order given. Four queries, however many. */
export async function describeOpinions(
  executor: Executor,
  reader: OpinionReader,
  opinions: OpinionFacts[],
): Promise<OpinionRequest[]> {
  const cases = await readCases(executor, distinct(opinions.map(({ caseId }) => caseId)));
  const patients = await readPatients(executor, distinct([...cases.values()].map(({ patientId }) => patientId)));
  const boards = await readBoards(executor, distinct(opinions.map(({ boardId }) => boardId)));
  const people = await findPeople(
    executor,
    distinct(opinions.flatMap(({ askedBy, accountId, answeredBy }) => [askedBy, accountId, answeredBy])),
  );
  const person = (id: string | null): Person | null => people.get(id ?? '') ?? null;
  return opinions.flatMap((opinion) => {
    const patient = patients.get(cases.get(opinion.caseId)?.patientId ?? '');
    const askedBy = person(opinion.askedBy);
    if (!patient || !askedBy) return [];
    const mine = isMine(reader, opinion);
    return [
      {
        opinionId: opinion.id,
        caseId: opinion.caseId,
        patient,
        askedBy,
        askedAt: opinion.askedAt.toISOString(),
        colleague: person(opinion.accountId),
        boardName: boards.get(opinion.boardId ?? '')?.name ?? null,
        question: opinion.question,
        state: opinion.answeredAt === null ? 'pending' : 'answered',
        answer: opinion.answer,
        answeredBy: person(opinion.answeredBy),
        answeredAt: opinion.answeredAt?.toISOString() ?? null,
        mine,
        draft: opinion.draftBy === reader.accountId ? opinion.draft : '',
      },
    ];
  });
}
