import { endpoints } from '@concertation/shared/contracts';
import { subjectsAllowing } from '../../../access/index.ts';
import { receivedOpinions, sentOpinions } from '../../../opinions/index.ts';
import { route } from '../../route.ts';
import { answeringBoards } from './answering-boards.ts';
import { describeOpinions } from './describe-opinions.ts';

/** « Avis » (SC-33): a request on a case that one may no longer read is not shown. */
export const listOpinionRequests = route(
  endpoints.listOpinionRequests,
  async ({ database: { db } }, { principal: { accountId }, query }) => {
    const boardIds = await answeringBoards(db, accountId);
    const caseIds = await subjectsAllowing(db, accountId, 'case', 'case.read');
    const opinions =
      query.box === 'received'
        ? await receivedOpinions(db, { accountId, boardIds, caseIds })
        : await sentOpinions(db, { accountId, caseIds });
    return describeOpinions(db, { accountId, boardIds }, opinions);
  },
);
