import { eq, sql, type SQL } from 'drizzle-orm';
import { presentations } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readBoard } from '../../boards/index.ts';
import { readCase } from '../../cases/index.ts';
import { type Database, notify } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { readPresentation } from '../read-presentations.ts';
import { type Answers, checkAnswers } from './check-answers.ts';
import { requirePresentationWriter } from './require-presentation-writer.ts';

/** The answers kept with those given put over them, and those given empty taken out: in one step, whoever else answers. */
function merged(answers: Record<string, string>): SQL {
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
  const cleared = Object.keys(answers).filter((key) => answers[key] === '');
  const without =
    cleared.length > 0
      ? sql` - array[${sql.join(
          cleared.map((key) => sql`${key}::text`),
          sql`, `,
        )}]`
      : sql``;
  return sql`(${presentations.answers} || ${JSON.stringify(given)}::jsonb)${without}`;
}

/**
 * Saves labels and answers as they are typed; a key that is not named keeps its answer. A label that says so makes the
 * case urgent. For who presents it, who shares the case and who runs the meeting (`forbidden` otherwise). Throws
 * `not_found` for a presentation of another case, `wrong_state` for one removed or whose meeting is over, `invalid`
 * for what the board does not ask.
 */
export async function answerPresentation(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { caseId, presentationId, labels, answers }: { caseId: string; presentationId: string } & Answers,
): Promise<void> {
  await database.transaction(async (tx) => {
    const presentation = await readPresentation(tx, presentationId);
    const { boardId, meetingId, state, meetingState } = presentation;
    if (presentation.caseId !== caseId) throw new AppError('not_found');
    await requirePresentationWriter(tx, principal, presentation);
    if (state === 'removed' || meetingState === 'closed' || meetingState === 'cancelled')
      throw new AppError('wrong_state');
    const board = await readBoard(tx, boardId);
    checkAnswers(board, { labels, answers });
    if (!labels && !answers) return;

    const pressing = new Set(board.labels.filter(({ urgent }) => urgent).map(({ key }) => key));
    const urgent = labels?.some((key) => pressing.has(key));
    const wasUrgent = presentation.labels.some((key) => pressing.has(key));
    await tx
      .update(presentations)
      .set({
        ...(labels ? { labels: [...new Set(labels)] } : {}),
        // Whoever runs the meeting may have called it urgent without a label: only a label taken away says no more.
        ...(urgent || (labels && wasUrgent) ? { urgent: urgent === true } : {}),
        ...(answers ? { answers: merged(answers) } : {}),
      })
      .where(eq(presentations.id, presentationId));
    await notify(tx, 'facts_changed', `case:${caseId}`);
    if (state === 'listed') await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    const { patientId } = await readCase(tx, caseId);
    await audit.record(
      tx,
      'presentation.answered',
      { ...principal, patientId, subject: `case:${caseId}` },
      { presentationId, labels: labels?.length ?? 0, answers: Object.keys(answers ?? {}).length },
    );
  });
}
