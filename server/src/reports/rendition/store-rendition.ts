import { and, eq, isNull, sql } from 'drizzle-orm';
import { renditions, reports } from '@concertation/schema';
import { may, reportRoles } from '@concertation/shared/access';
import { accountsOn, rolesOfAll } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readBoard } from '../../boards/index.ts';
import type { Database, Transaction } from '../../database/index.ts';
import type { Tell } from '../../notifications/index.ts';
import type { FollowSigned } from '../ports.ts';
import { notifyFacts } from '../notify-facts.ts';
import { findSetting, type Setting } from '../reading/find-setting.ts';
import { findReport, type Report, reportDocument } from '../report-rows.ts';
import type { TimestampFailure } from '../sign/failures.ts';
import type { FailureCode } from './rendition-failure.ts';

type Needs = { database: Database; audit: Audit };
/** `provenance`: as canonical JSON; null for a report frozen before it was computed. */
export type Rendition = {
  unsignedHash: string;
  signedPdf: Uint8Array;
  signedHash: string;
  archivalPdf: Uint8Array;
  archivalHash: string;
  /** PAdES level of `signedPdf`. A timestamp that was not given is asked again at `extendAt`; why it was not. */
  level: 'B' | 'T';
  extendAt: Date | null;
  extensionFailure: TimestampFailure | null;
  provenance: string | null;
};

async function settingOf(tx: Transaction, reportId: string): Promise<Setting> {
  return findSetting(tx, (await findReport(tx, reportId)).presentationId);
}

/**
 * Tells those to whom a report was given in person, not the whole board: its presenter, the case's owner and referents,
 * who are led to the case, and correspondents, who read the report alone. Of a correction, that it replaces the first.
 */
async function tellSigned(
  tx: Transaction,
  tell: Tell,
  { id: reportId, replacesId }: Report,
  { presentation, board }: Setting,
): Promise<void> {
  const { caseId, meetingId } = presentation;
  const given = await accountsOn(tx, 'report', [reportId]);
  const to = given.filter(({ role }) => (reportRoles as readonly string[]).includes(role)).map((one) => one.accountId);
  const subject = { kind: 'case', id: caseId } as const;
  const onCase = await rolesOfAll(
    tx,
    to.map((accountId) => ({ accountId, subject })),
  );
  const readsCase = new Set(to.filter((_, index) => may('case.read', onCase[index] ?? [])));
  const { timeZone } = await readBoard(tx, board.boardId);
  const kind = replacesId === null ? 'report_signed' : 'report_replaced';
  const about = { boardId: board.boardId, boardName: board.name, startsAt: presentation.startsAt.toISOString() };
  await tell(tx, { to: [...readsCase], kind, about: { ...about, meetingId, caseId }, timeZone });
  await tell(tx, { to: to.filter((id) => !readsCase.has(id)), kind, about: { ...about, reportId }, timeZone });
}

/**
 * Stores the signed PDF, and tells whom it concerns: the first one stored is the only one, whoever else made it
 * meanwhile, so that nobody is told twice. Source: SC-94 to SC-97.
 */
export async function storeSigned(
  { database, audit, tell, followSigned }: Needs & { tell: Tell; followSigned: FollowSigned },
  reportId: string,
  rendition: Rendition,
): Promise<void> {
  await database.transaction(async (tx) => {
    const now = new Date();
    const stored = await tx
      .update(renditions)
      .set({ ...rendition, signedAt: now, updatedAt: now, failure: null, attempts: sql`${renditions.attempts} + 1` })
      .where(and(eq(renditions.reportId, reportId), isNull(renditions.signedAt)))
      .returning({ reportId: renditions.reportId });
    if (stored.length === 0) return;
    await tx.update(reports).set({ state: 'signed' }).where(eq(reports.id, reportId));
    const report = await findReport(tx, reportId);
    const setting = await findSetting(tx, report.presentationId);
    const { presentation, patient } = setting;
    await notifyFacts(tx, reportId, presentation);
    const recordFollowed = await followSigned(tx, reportId);
    await tellSigned(tx, tell, report, setting);
    const { unsignedHash, signedHash } = rendition;
    await audit.record(
      tx,
      'report.signed',
      { patientId: patient.patientId, subject: reportDocument(reportId) },
      { signedHash, unsignedHash },
    );
    await recordFollowed();
  });
}

/** Counts a failed try and says why; only another reason than last time is news. */
export async function storeFailure({ database, audit }: Needs, reportId: string, failure: FailureCode): Promise<void> {
  await database.transaction(async (tx) => {
    const [before] = await tx.select().from(renditions).where(eq(renditions.reportId, reportId)).for('update');
    if (!before || before.signedAt !== null) return;
    await tx
      .update(renditions)
      .set({ failure, attempts: before.attempts + 1, updatedAt: new Date() })
      .where(eq(renditions.reportId, reportId));
    if (before.failure === failure) return;
    const { presentation, patient } = await settingOf(tx, reportId);
    await notifyFacts(tx, reportId, presentation);
    await audit.record(
      tx,
      'report.signature_failed',
      { patientId: patient.patientId, subject: reportDocument(reportId) },
      { failure },
    );
  });
}
