import { and, count, desc, eq, exists, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { caseRequests, cases } from '@concertation/schema';
import type { PatientBanner } from '@concertation/shared/contracts';
import type { Executor } from '../database/index.ts';
import { patientsMatching, readPatients } from '../patients/index.ts';
import type { CaseFacts } from './read-cases.ts';

const pageSize = 50;

export type CaseFilters = {
  /** Words of the patient's names, or of the birth date as people type it. */
  search?: string | undefined;
  /** With a request that waits; with one that was answered; both: with either. Source: SC-49, SC-101. */
  pending?: boolean;
  answered?: boolean;
  /** The last case of the page before. */
  after?: string | undefined;
};

export type CasePage = {
  /** How many of the given cases match, on all pages. */
  found: number;
  cases: (CaseFacts & { patient: PatientBanner })[];
  /** Where the next page starts; null on the last one. */
  next: string | null;
};

function hasRequest(executor: Executor, state: SQL): SQL {
  const ofCase = executor
    .select({ id: caseRequests.id })
    .from(caseRequests)
    .where(and(eq(caseRequests.caseId, cases.id), state));
  return exists(ofCase);
}

function matching(executor: Executor, { search, pending = false, answered = false }: CaseFilters): (SQL | undefined)[] {
  const waits = isNull(caseRequests.answeredAt);
  const done = isNotNull(caseRequests.answeredAt);
  return [
    search ? inArray(cases.patientId, patientsMatching(executor, search)) : undefined,
    pending && answered ? hasRequest(executor, sql`true`) : undefined,
    pending && !answered ? hasRequest(executor, waits) : undefined,
    answered && !pending ? hasRequest(executor, done) : undefined,
  ];
}

/**
 * Those of the given cases that match, newest first, 50 at a time with their patients. Three queries, however many
 * cases: the database searches and cuts, and only the page is read. Whose cases they are is decided before.
 */
export async function listCases(executor: Executor, among: string[], filters: CaseFilters): Promise<CasePage> {
  const given = sql`${cases.id} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(among)}::jsonb))`;
  const conditions = [given, ...matching(executor, filters)];
  const [counted] = await executor
    .select({ found: count() })
    .from(cases)
    .where(and(...conditions));
  const rows = await executor
    .select()
    .from(cases)
    .where(and(...conditions, filters.after ? lt(cases.id, filters.after) : undefined))
    .orderBy(desc(cases.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const patients = await readPatients(executor, [...new Set(page.map(({ patientId }) => patientId))]);
  return {
    found: counted?.found ?? 0,
    cases: page.flatMap((row) => {
      const patient = patients.get(row.patientId);
      return patient ? [{ ...row, patient }] : [];
    }),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}
