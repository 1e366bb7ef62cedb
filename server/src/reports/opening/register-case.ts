import type { MissingItem } from '@concertation/shared/contracts';
import { type Principal, requireAccess } from '../../access/index.ts';
import { lockCase, markRegistered, readConsents, refuseObjected } from '../../cases/index.ts';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { everyPresentationOf, lockMeetings, missingOf, type PresentationFacts } from '../../meetings/index.ts';
import { listCase, type Listed, type ListingNeeds, recordListed } from './list-case.ts';

/** What keeps a case from being registered; words that are missing only make it « non prêt ». */
const blocking: readonly MissingItem['kind'][] = ['consent', 'labels', 'answer'];

type Missing = MissingItem & { presentationId: string | null };

/** What is missing for the registration: the consent once, then what each board asks. */
async function missingToRegister(tx: Transaction, caseId: string, prepared: PresentationFacts[]): Promise<Missing[]> {
  const missing: Missing[] = (await readConsents(tx, [caseId])).has(caseId)
    ? []
    : [{ kind: 'consent', presentationId: null }];
  for (const [presentationId, items] of await missingOf(tx, prepared))
    for (const item of items)
      if (item.kind !== 'consent' && blocking.includes(item.kind)) missing.push({ ...item, presentationId });
  return missing;
}

/**
 * « Créer mon patient »: registers a case and puts every prepared presentation on its list, all or nothing; a case may
 * be registered without any. Asked again, it does what was prepared since. Throws `patient_objected`; `incomplete`, with
 * in `missing` each item and the presentation that lacks it (null: the case itself); and what keeps a case from a list,
 * with the meeting in the details. Source: SC-76, SC-77.
 */
export async function registerCase(
  { database, audit, tell }: ListingNeeds,
  principal: Principal,
  caseId: string,
): Promise<{ presentationIds: string[] }> {
  return database.transaction(async (tx) => {
    await requireAccess(tx, principal, 'case.share', { kind: 'case', id: caseId });
    await refuseObjected(tx, caseId);
    const { patientId } = await lockCase(tx, caseId);
    const prepared = (await everyPresentationOf(tx, caseId)).filter(({ state }) => state === 'preparing');
    const missing = await missingToRegister(tx, caseId, prepared);
    if (missing.length > 0) throw new AppError('incomplete', { missing });

    await lockMeetings(
      tx,
      prepared.map(({ meetingId }) => meetingId),
    );
    const listed: Listed[] = [];
    for (const { meetingId, presenterId } of prepared)
      listed.push(await listCase(tx, { tell }, principal, { meetingId, caseId, presenterId }));
    await markRegistered(tx, caseId);

    const scope = { ...principal, patientId, caseId };
    const details = { presentations: listed.length };
    await audit.record(tx, 'case.registered', { ...principal, patientId, subject: `case:${caseId}` }, details);
    await recordListed(tx, audit, scope, listed);
    return { presentationIds: listed.map(({ presentationId }) => presentationId) };
  });
}
