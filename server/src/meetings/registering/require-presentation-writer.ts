import { may } from '@concertation/shared/access';
import { type Principal, rolesOf } from '../../access/index.ts';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { PresentationFacts } from '../read-presentations.ts';

type Asked = Pick<PresentationFacts, 'caseId' | 'meetingId' | 'presenterId' | 'listedAt'>;

/**
 * Lets pass who answers, postpones or withdraws a presentation: its presenter, who shares the case, and who runs the
 * meeting. Throws `forbidden`; `not_found` when it was never on the list: a board does not learn what is in preparation.
 */
export async function requirePresentationWriter(
  executor: Executor,
  { accountId }: Principal,
  { caseId, meetingId, presenterId, listedAt }: Asked,
): Promise<void> {
  if (presenterId === accountId) return;
  if (may('case.share', await rolesOf(executor, accountId, { kind: 'case', id: caseId }))) return;
  if (listedAt === null) throw new AppError('not_found');
  if (may('meeting.run', await rolesOf(executor, accountId, { kind: 'meeting', id: meetingId }))) return;
  throw new AppError('forbidden');
}
