import type { Principal } from '../../access/index.ts';
import { lockCase } from '../../cases/index.ts';
import { AppError } from '../../lib/index.ts';
import { readPresentation, requirePresentationWriter } from '../../meetings/index.ts';
import type { ListingNeeds } from './list-case.ts';
import { recordUnlisted, unlistCase } from './unlist-case.ts';

/**
 * Takes a case off a list, or out of preparation; the board keeps no access unless another of its lists has the case.
 * For who presents it, who shares the case and who runs the meeting (`forbidden` otherwise). Removed already, nothing
 * changes. Throws `not_found` for a presentation of another case, `wrong_state` once its report is validated.
 */
export async function withdrawPresentation(
  { database, audit, tell }: ListingNeeds,
  principal: Principal,
  { caseId, presentationId, reason }: { caseId: string; presentationId: string; reason: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const presentation = await readPresentation(tx, presentationId);
    if (presentation.caseId !== caseId) throw new AppError('not_found');
    await requirePresentationWriter(tx, principal, presentation);
    if (presentation.state === 'removed') return;
    const { patientId } = await lockCase(tx, caseId);
    const unlisted = await unlistCase(tx, tell, principal, [presentation], reason);
    if (unlisted.length === 0 && (await readPresentation(tx, presentationId)).state !== 'removed')
      throw new AppError('wrong_state');
    await recordUnlisted(tx, audit, { ...principal, patientId, caseId }, unlisted, 'withdrawn');
  });
}
