import { endpoints } from '@concertation/shared/contracts';
import { reportsOfCase } from '../../../reports/index.ts';
import { route } from '../../route.ts';

/** « Commentaires » (SC-95): who may read the case still sees only the reports that they may read. */
export const listOpinions = route(endpoints.listOpinions, async ({ database }, { principal, params }) =>
  reportsOfCase(database.db, principal.accountId, params.caseId),
);
