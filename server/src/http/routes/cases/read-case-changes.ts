import { endpoints } from '@concertation/shared/contracts';
import { readCase, recordCaseRead } from '../../../cases/index.ts';
import { readCaseChanges as readChanges } from '../../../reports/index.ts';
import { route } from '../../route.ts';

/** It shows words of the sheet: the reading is recorded like the sheet's own. */
export const readCaseChanges = route(endpoints.readCaseChanges, async (services, { principal, params: { caseId } }) => {
  const changes = await readChanges(services, principal, caseId);
  await recordCaseRead(services, principal, await readCase(services.database.db, caseId));
  return changes;
});
