import { and, inArray, isNotNull } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { Executor } from '../database/index.ts';

/**
 * Which of a questionnaire's questions are answered by a document, for several presentations in one query. A document
 * counts as soon as it is wholly received; what is in quarantine or removed does not. A presentation without one is
 * absent from the map. Source: SC-71, SC-73.
 */
export async function fileAnswers(executor: Executor, presentationIds: string[]): Promise<Map<string, Set<string>>> {
  const answers = new Map<string, Set<string>>();
  if (presentationIds.length === 0) return answers;
  const rows = await executor
    .selectDistinct({ presentationId: files.presentationId, questionKey: files.questionKey })
    .from(files)
    .where(
      and(
        inArray(files.presentationId, presentationIds),
        isNotNull(files.questionKey),
        inArray(files.state, ['ready', 'checking']),
      ),
    );
  for (const { presentationId, questionKey } of rows) {
    if (!presentationId || !questionKey) continue;
    const keys = answers.get(presentationId) ?? new Set();
    answers.set(presentationId, keys.add(questionKey));
  }
  return answers;
}
