import { may } from '@concertation/shared/access';
import { rolesOfAll } from '../../../access/index.ts';
import { readCases } from '../../../cases/index.ts';
import { casesOfCohort, type CohortRow } from '../../../cohorts/index.ts';
import type { Executor } from '../../../database/index.ts';
import { readPatients } from '../../../patients/index.ts';

/** The cases of a cohort that an account may read, latest added first, and how many it may not. Four queries. */
export async function readableCases(
  executor: Executor,
  accountId: string,
  cohortId: string,
): Promise<{ rows: CohortRow[]; reserved: number }> {
  const all = await casesOfCohort(executor, cohortId);
  const roles = await rolesOfAll(
    executor,
    all.map(({ caseId }) => ({ accountId, subject: { kind: 'case', id: caseId } })),
  );
  const readable = all.filter((_, index) => may('case.read', roles[index] ?? []));
  const cases = await readCases(
    executor,
    readable.map(({ caseId }) => caseId),
  );
  const patients = await readPatients(executor, [...new Set([...cases.values()].map(({ patientId }) => patientId))]);
  const rows = readable.flatMap(({ caseId, addedAt }) => {
    const found = cases.get(caseId);
    const patient = patients.get(found?.patientId ?? '');
    return found && patient ? [{ caseId, patient, addedAt, openedAt: found.createdAt }] : [];
  });
  return { rows, reserved: all.length - readable.length };
}
