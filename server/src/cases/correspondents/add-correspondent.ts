import { and, count, eq, isNull } from 'drizzle-orm';
import { caseCorrespondents } from '@concertation/schema';
import type { Correspondent } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { findColleagues } from '../../auth/index.ts';
import { type Database, notify, type Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { lockCase } from '../lock-case.ts';

/** More people than ever write to each other about one patient; an archive is made for each. */
const most = 20;

export type NewCorrespondent = Omit<Correspondent, 'correspondentId'> & { caseId: string };

/** An account is called as it calls itself. */
async function nameOf(tx: Transaction, { accountId, name }: NewCorrespondent): Promise<string> {
  if (accountId === null) return name;
  const person = (await findColleagues(tx, [accountId])).get(accountId);
  if (!person) throw new AppError('invalid', { fields: [{ field: 'accountId', problem: 'unknown' }] });
  return person.name;
}

async function refuseKnown(tx: Transaction, { caseId, role, accountId }: NewCorrespondent): Promise<void> {
  const here = and(eq(caseCorrespondents.caseId, caseId), isNull(caseCorrespondents.removedAt));
  const [counted] = await tx.select({ count: count() }).from(caseCorrespondents).where(here);
  if ((counted?.count ?? 0) >= most)
    throw new AppError('invalid', { fields: [{ field: 'name', problem: 'too_many' }] });
  if (accountId === null) return;
  const same = and(here, eq(caseCorrespondents.accountId, accountId), eq(caseCorrespondents.role, role));
  const known = await tx.select({ id: caseCorrespondents.id }).from(caseCorrespondents).where(same);
  if (known.length > 0) throw new AppError('invalid', { fields: [{ field: 'accountId', problem: 'known' }] });
}

/**
 * Adds who treats the patient outside the meeting. A case has one médecin traitant: another one takes their place. Throws
 * `not_found`, `invalid` for an account that is nobody or is there already, and for a twenty-first. Source: CM-37, CM-38.
 */
export async function addCorrespondent(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  added: NewCorrespondent,
): Promise<{ correspondentId: string }> {
  const { caseId, role, accountId, address } = added;
  return database.transaction(async (tx) => {
    const { patientId } = await lockCase(tx, caseId);
    const name = await nameOf(tx, added);
    const scope = { ...principal, patientId, subject: `case:${caseId}` };
    await refuseKnown(tx, added);
    const now = new Date();
    if (role === 'general_practitioner') {
      const replaced = await tx
        .update(caseCorrespondents)
        .set({ removedAt: now })
        .where(
          and(
            eq(caseCorrespondents.caseId, caseId),
            eq(caseCorrespondents.role, role),
            isNull(caseCorrespondents.removedAt),
          ),
        )
        .returning({ correspondentId: caseCorrespondents.id });
      for (const { correspondentId } of replaced)
        await audit.record(tx, 'correspondent.removed', scope, { correspondentId, role });
    }
    const correspondentId = newId();
    await tx.insert(caseCorrespondents).values({
      id: correspondentId,
      caseId,
      role,
      name,
      accountId,
      address,
      addedBy: principal.accountId,
      addedAt: now,
    });
    await audit.record(tx, 'correspondent.added', scope, { correspondentId, role });
    await notify(tx, 'facts_changed', `case:${caseId}`);
    return { correspondentId };
  });
}
