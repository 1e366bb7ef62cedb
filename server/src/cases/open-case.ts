import { cases } from '@concertation/schema';
import { documentName, type PatientIdentity } from '@concertation/shared/domain';
import { grant, type Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { findColleagues } from '../auth/index.ts';
import type { Database, Transaction } from '../database/index.ts';
import { createDocument } from '../documents/index.ts';
import { AppError, newId } from '../lib/index.ts';
import { createPatient } from '../patients/index.ts';
import { mayUsePatient } from './match-patients.ts';

type Opening = {
  identity: PatientIdentity;
  homonym: boolean;
  referentId: string | null;
  /** The patient found before; their identity stays as it is. */
  patientId?: string | null;
};

async function findOrCreate(
  tx: Transaction,
  { accountId }: Principal,
  { identity, homonym, patientId }: Opening,
): Promise<string> {
  if (!patientId) return (await createPatient(tx, { identity, homonym, createdBy: accountId })).patientId;
  if (!(await mayUsePatient(tx, accountId, patientId))) throw new AppError('not_found');
  return patientId;
}

/**
 * Creates a patient and its case, owned by who opens it, with its empty sheet; names a referent when one is given. With
 * `patientId`, a new case for a patient of whom one may share a case (`not_found` otherwise). It is in preparation until
 * it is registered. All or nothing. Throws `patient_exists` unless `homonym`, `invalid` when the referent is nobody.
 */
export async function openCase(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  opening: Opening,
): Promise<{ caseId: string; patientId: string }> {
  const { homonym, referentId } = opening;
  return database.transaction(async (tx) => {
    if (referentId && !(await findColleagues(tx, [referentId])).has(referentId))
      throw new AppError('invalid', { fields: [{ field: 'referentId', problem: 'unknown' }] });
    const patientId = await findOrCreate(tx, principal, opening);
    const caseId = newId();
    const subject = { kind: 'case', id: caseId } as const;
    await tx.insert(cases).values({ id: caseId, patientId, ownerId: principal.accountId, createdAt: new Date() });
    await createDocument(tx, documentName('case', caseId));
    const given = [{ role: 'owner', id: principal.accountId } as const];
    const roles =
      referentId && referentId !== principal.accountId
        ? [...given, { role: 'referent', id: referentId } as const]
        : given;
    for (const { role, id } of roles)
      await grant(tx, { subject, grantee: { kind: 'account', id }, role, grantedBy: principal.accountId });

    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    if (!opening.patientId) await audit.record(tx, 'patient.created', scope, { homonym });
    await audit.record(tx, 'case.opened', scope, {});
    for (const { role, id } of roles)
      await audit.record(tx, 'grant.given', scope, { role, granteeKind: 'account', granteeId: id });
    return { caseId, patientId };
  });
}
