import { eq } from 'drizzle-orm';
import { cases } from '@concertation/schema';
import type { PatientBanner } from '@concertation/shared/contracts';
import type { DocumentName, PatientIdentity } from '@concertation/shared/domain';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { type Database, notify, type Transaction } from '../database/index.ts';
import { correctPatient } from '../patients/index.ts';
import { readCase } from './read-case.ts';

/**
 * Corrects the identity of a case's patient, and tells every screen that shows it: the patient's cases, and whatever
 * else `shownIn` names (meetings and reports, which this room does not know). Throws `stale`, `patient_exists`.
 */
export async function correctIdentity(
  needs: {
    database: Database;
    audit: Audit;
    shownIn: (tx: Transaction, caseIds: string[]) => Promise<DocumentName[]>;
  },
  principal: Principal,
  caseId: string,
  correction: { identity: PatientIdentity; revision: number; homonym: boolean },
): Promise<PatientBanner> {
  const { database, audit, shownIn } = needs;
  return database.transaction(async (tx) => {
    const { patientId } = await readCase(tx, caseId);
    const patient = await correctPatient(tx, patientId, correction);
    const rows = await tx.select({ id: cases.id }).from(cases).where(eq(cases.patientId, patientId));
    const caseIds = rows.map(({ id }) => id);
    const names = [...caseIds.map((id): DocumentName => `case:${id}`), ...(await shownIn(tx, caseIds))];
    for (const name of names) await notify(tx, 'facts_changed', name);
    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    await audit.record(tx, 'patient.corrected', scope, { revision: patient.revision });
    return patient;
  });
}
