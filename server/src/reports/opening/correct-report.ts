import { eq } from 'drizzle-orm';
import { frozenReports, reports } from '@concertation/schema';
import { isSealed } from '@concertation/shared/domain';
import { type Grant, grant, grantsOn, type Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readCase } from '../../cases/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import { createDocument } from '../../documents/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { notifyFacts } from '../notify-facts.ts';
import { findSetting } from '../reading/find-setting.ts';
import { findReplacement, lockReport, reportDocument } from '../report-rows.ts';
import { recordGrants } from './record-grants.ts';

async function frozenState(tx: Transaction, reportId: string): Promise<Uint8Array> {
  const [row] = await tx
    .select({ state: frozenReports.state })
    .from(frozenReports)
    .where(eq(frozenReports.reportId, reportId));
  if (!row) throw new AppError('wrong_state');
  return row.state;
}

/**
 * Who could find the first version finds the new one; but a correspondent, who was given a signed report alone (DLV-2),
 * reads no draft: the signature gives them the new version.
 */
async function copyGrants(
  tx: Transaction,
  { from, to, caseId }: { from: string; to: string; caseId: string },
  grantedBy: string,
): Promise<Grant[]> {
  const { referentIds } = await readCase(tx, caseId);
  const held = await grantsOn(tx, { kind: 'report', id: from });
  const copied: Grant[] = [];
  for (const { grantee, role } of held.filter(
    ({ role, grantee }) => role !== 'referent' || referentIds.includes(grantee.id),
  ))
    copied.push(await grant(tx, { subject: { kind: 'report', id: to }, grantee, role, grantedBy }));
  return copied;
}

/**
 * Opens a new version that replaces a frozen one and starts from its text; the first stays as it was, for ever. Throws
 * `wrong_state` when there is nothing frozen to correct, and `stale` when it has been replaced already: the latest
 * version is the one to correct. Rule FRZ-11.
 */
export async function correctReport(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  { reportId, reason }: { reportId: string; reason: string },
): Promise<{ reportId: string }> {
  return database.transaction(async (tx) => {
    const replaced = await lockReport(tx, reportId);
    if (!isSealed(replaced.state)) throw new AppError('wrong_state');
    if ((await findReplacement(tx, reportId)) !== null) throw new AppError('stale');

    const id = newId();
    const { presentationId, version, prefilledAt } = replaced;
    await tx.insert(reports).values({
      id,
      presentationId,
      prefilledAt,
      version: version + 1,
      replacesId: reportId,
      replacementReason: reason,
      state: 'draft',
      createdAt: new Date(),
    });
    await createDocument(tx, reportDocument(id), await frozenState(tx, reportId));
    const { presentation, patient } = await findSetting(tx, presentationId);
    const { caseId } = presentation;
    const given = await copyGrants(tx, { from: reportId, to: id, caseId }, principal.accountId);
    await notifyFacts(tx, reportId, presentation);
    const scope = { ...principal, patientId: patient.patientId };
    await audit.record(tx, 'report.corrected', { ...scope, subject: reportDocument(id) }, { replaces: reportId });
    await recordGrants(tx, audit, scope, given);
    return { reportId: id };
  });
}
