import { eq } from 'drizzle-orm';
import { presentations } from '@concertation/schema';
import { type Guideline, isSealed } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readCase } from '../../cases/index.ts';
import { type Database, notify } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { type HoldReport, lockListed } from './listed-presentation.ts';

export type PresentationChange = {
  minutes?: number | undefined;
  urgent?: boolean | undefined;
  track?: 'discussion' | 'registration' | undefined;
  guideline?: Guideline | null | undefined;
};

/**
 * Changes how a case is treated on a list: its minutes, its urgency, « à discuter » or « enregistrement » with the
 * référentiel that it applies; what is absent stays. Back to « à discuter », the référentiel is kept. Throws
 * `guideline_missing` for an « enregistrement » without one, `wrong_state` once the meeting is over, and for a change of
 * track or référentiel once the report is frozen. Source: domain.md 1.1.
 */
export async function updatePresentation(
  { database, audit, holdReport }: { database: Database; audit: Audit; holdReport: HoldReport },
  principal: Principal,
  { meetingId, presentationId }: { meetingId: string; presentationId: string },
  change: PresentationChange,
): Promise<void> {
  await database.transaction(async (tx) => {
    const before = await lockListed(tx, { meetingId, presentationId });
    const after = {
      minutes: change.minutes ?? before.minutes,
      urgent: change.urgent ?? before.urgent,
      track: change.track ?? before.track,
      guideline: change.guideline === undefined ? before.guideline : change.guideline,
    };
    if (after.track === 'registration' && after.guideline === null) throw new AppError('guideline_missing');
    if (change.track !== undefined || change.guideline !== undefined) {
      const report = await holdReport(tx, presentationId);
      if (report && isSealed(report.state)) throw new AppError('wrong_state');
    }
    await tx.update(presentations).set(after).where(eq(presentations.id, presentationId));
    await notify(tx, 'facts_changed', `meeting:${meetingId}`);
    await notify(tx, 'facts_changed', `case:${before.caseId}`);
    const { patientId } = await readCase(tx, before.caseId);
    await audit.record(
      tx,
      'presentation.changed',
      { ...principal, patientId, subject: `meeting:${meetingId}` },
      { presentationId, fields: Object.keys(change), track: after.track },
    );
  });
}
