import type { MissingItem } from '@concertation/shared/contracts';
import { documentName } from '@concertation/shared/domain';
import { readBoardFacts } from '../../boards/index.ts';
import { readConsents } from '../../cases/index.ts';
import type { Executor } from '../../database/index.ts';
import { readOutlines } from '../../documents/index.ts';
import { fileAnswers } from '../../files/index.ts';
import type { PresentationFacts } from '../read-presentations.ts';
import { missingItems } from './missing-items.ts';

const sheetOf = (caseId: string) => documentName('case', caseId);

/**
 * What each of these presentations lacks, in five queries however many they are. Words count once they are durable: who
 * refuses something for what is missing flushes the sheet before (`LiveDocuments.flushed`).
 */
export async function missingOf(
  executor: Executor,
  presentations: Pick<
    PresentationFacts,
    'presentationId' | 'caseId' | 'boardId' | 'labels' | 'answers' | 'track' | 'guideline'
  >[],
): Promise<Map<string, MissingItem[]>> {
  const caseIds = [...new Set(presentations.map(({ caseId }) => caseId))];
  const outlines = await readOutlines(executor, caseIds.map(sheetOf));
  const consents = await readConsents(executor, caseIds);
  const boards = await readBoardFacts(executor, [...new Set(presentations.map(({ boardId }) => boardId))]);
  const files = await fileAnswers(
    executor,
    presentations.map(({ presentationId }) => presentationId),
  );
  return new Map(
    presentations.map(({ presentationId, caseId, boardId, labels, answers, track, guideline }) => [
      presentationId,
      missingItems({
        filled: outlines.get(sheetOf(caseId)) ?? new Set(),
        consent: consents.get(caseId) ?? null,
        board: boards.get(boardId) ?? { labels: [], labelsMandatory: false, questionnaire: [] },
        labels,
        answers,
        fileAnswers: files.get(presentationId) ?? new Set(),
        track,
        guideline,
      }),
    ]),
  );
}
