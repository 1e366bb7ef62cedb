import { documentName } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import { type Audit, lastRecorded } from '../../audit/index.ts';
import { readBoard } from '../../boards/index.ts';
import { readCase } from '../../cases/index.ts';
import type { Database } from '../../database/index.ts';
import type { LiveDocuments } from '../../documents/index.ts';
import { AppError } from '../../lib/index.ts';
import type { Tell } from '../../notifications/index.ts';
import { readPresentation } from '../read-presentations.ts';
import { lockListed } from './listed-presentation.ts';
import { missingOf } from './missing-of.ts';

const hourMs = 3_600_000;

type Needs = { database: Database; audit: Audit; tell: Tell; live: Pick<LiveDocuments, 'flushed'> };

/**
 * « Relancer »: tells the presenter that a case is not ready; what it lacks is on its page, never in the message. Words
 * being typed are made durable first, so that nobody is reminded of what is written. Throws `wrong_state` when nothing
 * is missing, for one's own case and once the meeting is over; `too_many` within an hour of the last reminder. SC-87.
 */
export async function remindPresenter(
  { database, audit, tell, live }: Needs,
  principal: Principal,
  { meetingId, presentationId }: { meetingId: string; presentationId: string },
): Promise<void> {
  const { caseId } = await readPresentation(database.db, presentationId);
  await live.flushed(documentName('case', caseId));
  await database.transaction(async (tx) => {
    const presentation = await lockListed(tx, { meetingId, presentationId });
    const { boardId, presenterId, startsAt } = presentation;
    const missing = (await missingOf(tx, [presentation])).get(presentationId)?.length ?? 0;
    if (missing === 0 || presenterId === principal.accountId) throw new AppError('wrong_state');
    const { patientId } = await readCase(tx, caseId);
    const subject = `presentation:${presentationId}`;
    const last = await lastRecorded(tx, 'presenter.reminded', { patientId, subject });
    if (last && Date.now() - last.getTime() < hourMs) throw new AppError('too_many');
    const { name: boardName, timeZone } = await readBoard(tx, boardId);
    await tell(tx, {
      to: [presenterId],
      kind: 'case_reminder',
      about: { boardId, boardName, meetingId, startsAt: startsAt.toISOString(), caseId, count: missing },
      timeZone,
    });
    await audit.record(tx, 'presenter.reminded', { ...principal, patientId, subject }, { meetingId, missing });
  });
}
