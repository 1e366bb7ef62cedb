import { endpoints } from '@concertation/shared/contracts';
import { AppError } from '../../../lib/index.ts';
import { readOpinion as readFacts, recordOpinionsRead } from '../../../opinions/index.ts';
import { route } from '../../route.ts';
import { answeringBoards } from './answering-boards.ts';
import { describeOpinions } from './describe-opinions.ts';

export const readOpinion = route(endpoints.readOpinion, async (services, { principal, params }) => {
  const { db } = services.database;
  const facts = await readFacts(db, params.caseId, params.opinionId);
  const boardIds = await answeringBoards(db, principal.accountId);
  const [opinion] = await describeOpinions(db, { accountId: principal.accountId, boardIds }, [facts]);
  if (!opinion) throw new AppError('not_found');
  await recordOpinionsRead(services, principal, { caseId: params.caseId, count: 1 });
  return opinion;
});
