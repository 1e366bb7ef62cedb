import { subjectsAllowing } from '../access/index.ts';
import type { Executor } from '../database/index.ts';
import { readPatients, searchPatients } from '../patients/index.ts';
import type { PatientBanner } from '@concertation/shared/contracts';
import { readCases, type CaseFacts } from './read-cases.ts';

const listed = 200;

/**
 * « Mes patients »: the cases that an account may read, newest first, at most 200, whatever gave the right — opened by
 * it, referent, asked for an opinion, presented to one of its boards (SC-27 to SC-30). `search` keeps those whose
 * patient's names or birth date hold every word; `action` those on which the account may do more than read. Three
 * queries, however many cases.
 */
export async function listCases(
  executor: Executor,
  accountId: string,
  search: string | undefined,
  action: 'case.read' | 'case.share' = 'case.read',
): Promise<(CaseFacts & { patient: PatientBanner })[]> {
  const readable = await readCases(executor, await subjectsAllowing(executor, accountId, 'case', action));
  const newest = search ? [...readable.values()] : [...readable.values()].slice(0, listed);
  const patientIds = [...new Set(newest.map(({ patientId }) => patientId))];
  const patients = search
    ? await searchPatients(executor, patientIds, search)
    : await readPatients(executor, patientIds);
  return newest
    .flatMap((found) => {
      const patient = patients.get(found.patientId);
      return patient ? [{ ...found, patient }] : [];
    })
    .slice(0, listed);
}
