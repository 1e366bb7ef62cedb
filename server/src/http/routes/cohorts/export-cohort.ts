import { endpoints } from '@concertation/shared/contracts';
import { cohortCsv, recordCohortExport } from '../../../cohorts/index.ts';
import { route } from '../../route.ts';
import { readableCases } from './readable-cases.ts';

/** The file is named after the day, not after the cohort, whose name is its members'. */
export const exportCohort = route(endpoints.exportCohort, async (services, { principal, params, reply }) => {
  const { rows } = await readableCases(services.database.db, principal.accountId, params.cohortId);
  await recordCohortExport(services, principal, { cohortId: params.cohortId, count: rows.length });
  const day = new Date().toISOString().slice(0, 10);
  void reply.header('content-disposition', `attachment; filename="cohorte-${day}.csv"`);
  return Buffer.from(cohortCsv(rows), 'utf8');
});
