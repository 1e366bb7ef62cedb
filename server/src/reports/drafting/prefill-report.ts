import { eq } from 'drizzle-orm';
import type { SerializedEditorState } from 'lexical';
import { reportPrefills, reports } from '@concertation/schema';
import type { ReportSection } from '@concertation/shared/documents';
import { documentName, isSealed } from '@concertation/shared/domain';
import * as Y from 'yjs';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { emptySection, type LiveDocuments, readSection, readState, writeSection } from '../../documents/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { notifyFacts } from '../notify-facts.ts';
import { findSetting } from '../reading/find-setting.ts';
import { findReport, lockReport, reportDocument } from '../report-rows.ts';
import { sheetSummary } from './sheet-summary.ts';

type Needs = { database: Database; audit: Audit; live: LiveDocuments };
type Proposed = { section: ReportSection; content: SerializedEditorState };

/** Writes what is proposed into the sections that are empty at that very moment. Returns those it filled. */
function fillEmptySections(document: Y.Doc, proposed: Proposed[]): ReportSection[] {
  const state = Y.encodeStateAsUpdate(document);
  const fillable = proposed.filter(({ section }) => emptySection(readSection(state, section)));
  for (const { section, content } of fillable) writeSection(document, section, content);
  return fillable.map(({ section }) => section);
}

/**
 * Copies the question and the summary of the case sheet into the report, where nothing is written yet; what people
 * wrote is never replaced, and asking again fills only what is empty again. The emptiness is looked at inside the edit
 * itself, so two people who ask at once fill once. Throws `report_sealed`. Rule FRZ-12.
 */
export async function prefillReport(
  { database, audit, live }: Needs,
  principal: Principal,
  reportId: string,
): Promise<{ filled: ReportSection[] }> {
  const report = await findReport(database.db, reportId);
  if (isSealed(report.state)) throw new AppError('report_sealed');
  const { presentation, patient } = await findSetting(database.db, report.presentationId);

  const sheetName = documentName('case', presentation.caseId);
  await live.flushed(sheetName);
  const { state: sheet, position: casePosition, hash } = await readState(database.db, sheetName);
  const proposed: Proposed[] = [
    { section: 'question', content: readSection(sheet, 'question') },
    { section: 'summary', content: sheetSummary(sheet) },
  ];
  const worthCopying = proposed.filter(({ content }) => !emptySection(content));
  let filled: ReportSection[] = [];
  await live.edit(reportDocument(reportId), principal, (document) => {
    filled = fillEmptySections(document, worthCopying);
  });
  if (filled.length === 0) return { filled };

  await database.transaction(async (tx) => {
    // Frozen meanwhile: the freeze has said who wrote, and its words are by who asked for the copy.
    if (isSealed((await lockReport(tx, reportId)).state)) return;
    const filledAt = new Date();
    await tx.update(reports).set({ prefilledAt: filledAt }).where(eq(reports.id, reportId));
    await tx.insert(reportPrefills).values({
      id: newId(),
      reportId,
      caseId: presentation.caseId,
      casePosition,
      caseHash: Buffer.from(hash).toString('hex'),
      filledAt,
    });
    await notifyFacts(tx, reportId, presentation);
    await audit.record(
      tx,
      'report.prefilled',
      { ...principal, patientId: patient.patientId, subject: `report:${reportId}` },
      { sections: filled },
    );
  });
  return { filled };
}
