import { may } from '@concertation/shared/access';
import { type CommentLine, endpoints } from '@concertation/shared/contracts';
import { recordOpinionsRead } from '../../../opinions/index.ts';
import { reportsOfCase } from '../../../reports/index.ts';
import { route } from '../../route.ts';
import { opinionLines } from './opinion-lines.ts';

/** What a line is sorted by: the meeting, or the answer, or the question while it waits. */
const instantOf = (line: CommentLine): string =>
  line.kind === 'report' ? line.meetingStartsAt : (line.answeredAt ?? line.askedAt);

/** « Commentaires » (SC-95, SC-96): every opinion, and those alone of the reports that the reader may read. */
export const listOpinions = route(endpoints.listOpinions, async (services, { principal, params, roles }) => {
  const { db } = services.database;
  const { accountId } = principal;
  const reports = await reportsOfCase(db, accountId, params.caseId);
  const opinions = await opinionLines(db, { accountId, mayShare: may('case.share', roles) }, params.caseId);
  if (opinions.length > 0)
    await recordOpinionsRead(services, principal, { caseId: params.caseId, count: opinions.length });
  return [...reports, ...opinions].sort((a, b) => instantOf(b).localeCompare(instantOf(a)));
});
