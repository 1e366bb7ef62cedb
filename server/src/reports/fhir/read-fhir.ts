import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { frozenReports, renditions } from '@concertation/schema';
import type { FhirResource } from '@concertation/shared/contracts';
import { reportSections } from '@concertation/shared/documents';
import { isSealed } from '@concertation/shared/domain';
import { type Principal, subjectsAllowing } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database, Executor, Transaction } from '../../database/index.ts';
import { sectionPlainText } from '../../documents/index.ts';
import { AppError } from '../../lib/index.ts';
import type { ReportFacts } from '../facts.ts';
import { readDraft } from '../freeze/draft.ts';
import { patientOfReport } from '../reading/patient-of-report.ts';
import { readPapers } from '../reading/read-papers.ts';
import { findReport, reportDocument } from '../report-rows.ts';
import { composition } from './composition.ts';
import { documentReference } from './document-reference.ts';
import type { FhirReport } from './parts.ts';
import { searchSet } from './search-set.ts';
import { signedReplacements } from './signed-replacements.ts';

type Needs = { database: Database; audit: Audit };

async function readOne(tx: Transaction, reportId: string): Promise<FhirReport> {
  const report = await findReport(tx, reportId);
  if (!isSealed(report.state)) throw new AppError('wrong_state');
  const papers = await readPapers(tx, reportId);
  if (!papers) throw new AppError('signature_pending');
  const replacedBy = (await signedReplacements(tx, [reportId])).get(reportId) ?? null;
  const sha1 = createHash('sha1').update(papers.signedPdf).digest('base64');
  return { reportId, facts: papers.facts, bytes: papers.signedPdf.byteLength, sha1, replacedBy };
}

async function recordRead({ audit }: Needs, tx: Transaction, principal: Principal, reportId: string): Promise<void> {
  const scope = { ...principal, patientId: await patientOfReport(tx, reportId), subject: reportDocument(reportId) };
  await audit.record(tx, 'report.read', scope, {});
}

/** What a signed report is, for another program. Throws `wrong_state`, `signature_pending`. Rule FHIR-2. */
export function readDocumentReference(needs: Needs, principal: Principal, reportId: string): Promise<FhirResource> {
  return needs.database.transaction(async (tx) => {
    const resource = documentReference(await readOne(tx, reportId));
    await recordRead(needs, tx, principal, reportId);
    return resource;
  });
}

/** The words of a signed report, from its frozen bytes. Throws `wrong_state`, `signature_pending`. Rule FHIR-3. */
export function readComposition(needs: Needs, principal: Principal, reportId: string): Promise<FhirResource> {
  return needs.database.transaction(async (tx) => {
    const report = await readOne(tx, reportId);
    const [frozen] = await tx
      .select({ state: frozenReports.state })
      .from(frozenReports)
      .where(eq(frozenReports.reportId, reportId));
    if (!frozen) throw new AppError('wrong_state');
    const { sections } = readDraft(frozen.state);
    const words = Object.fromEntries(reportSections.map((key) => [key, sectionPlainText(sections[key])]));
    await recordRead(needs, tx, principal, reportId);
    return composition(report, words as Parameters<typeof composition>[1]);
  });
}

export type DocumentSearch = {
  _id?: string | undefined;
  /** A document number; a system before `|` is not looked at. */
  identifier?: string | undefined;
  /** The product's own id of the patient, as a reference or alone. */
  patient?: string | undefined;
  _count: number;
};

const last = (text: string, mark: string) => text.slice(text.lastIndexOf(mark) + 1);

async function found(executor: Executor, readable: string[], { _id, identifier, patient, _count }: DocumentSearch) {
  const conditions: (SQL | undefined)[] = [inArray(frozenReports.reportId, readable), isNotNull(renditions.signedAt)];
  if (_id !== undefined) conditions.push(eq(frozenReports.reportId, _id));
  if (identifier !== undefined) conditions.push(eq(frozenReports.documentNumber, last(identifier, '|')));
  if (patient !== undefined)
    conditions.push(
      sql`${frozenReports.facts}::jsonb -> 'identifiers' ->> 'patientId' = ${last(last(patient, '/'), ':')}`,
    );
  return executor
    .select({
      reportId: frozenReports.reportId,
      facts: frozenReports.facts,
      bytes: sql<number>`octet_length(${renditions.signedPdf})`,
    })
    .from(frozenReports)
    .innerJoin(renditions, eq(renditions.reportId, frozenReports.reportId))
    .where(and(...conditions))
    .orderBy(desc(frozenReports.frozenAt), desc(frozenReports.reportId))
    .limit(_count);
}

/**
 * The signed reports that somebody may read, newest first. One that was frozen before its patient's number was recorded
 * is not found by its patient. A constant number of queries. Rule FHIR-4.
 */
export async function searchDocumentReferences(
  { database: { db } }: { database: Database },
  principal: Principal,
  search: DocumentSearch,
): Promise<FhirResource> {
  const readable = await subjectsAllowing(db, principal.accountId, 'report', 'report.read');
  const rows = readable.length === 0 ? [] : await found(db, readable, search);
  const replacements = await signedReplacements(
    db,
    rows.map(({ reportId }) => reportId),
  );
  return searchSet(
    rows.map(({ reportId, facts, bytes }) =>
      documentReference({
        reportId,
        facts: JSON.parse(facts) as ReportFacts,
        bytes,
        sha1: null,
        replacedBy: replacements.get(reportId) ?? null,
      }),
    ),
  );
}
