import type { Provenance, ProvenanceRun, writtenWhen } from '@concertation/shared/contracts';
import { type ReportField, reportFields, type ReportSection, reportSections } from '@concertation/shared/documents';
import { Authorship, type JournalRow } from '../../documents/index.ts';
import type { Author } from '../facts.ts';
import { People } from './people.ts';
import { originsOf, sheetCopy, type SheetOrigin } from './sheet-origins.ts';

/** A copy of a sheet into the report: when it was noted, and the sheet's journal as it was read. */
export type Prefill = { filledAt: Date; sheet: readonly JournalRow[] };

/** Everything that a provenance is computed from, and nothing else: same value in, same value out. */
export type Traced = {
  documentNumber: string;
  stateHash: string;
  /** Hash of the last row, hexadecimal. */
  journalHash: string;
  report: readonly JournalRow[];
  /** The rows of the versions that it corrects, oldest first. */
  earlier: readonly JournalRow[];
  /** Oldest first. */
  prefills: readonly Prefill[];
  /** By account. */
  authors: Readonly<Record<string, Author>>;
  /** `startedAt`: when it came to its first case, else when it was to begin. */
  meeting: { startedAt: Date; closedAt: Date | null };
};

type When = (typeof writtenWhen)[number];
type Character = { letter: string; row: JournalRow | null; origin: SheetOrigin | null };

/** Words of one person further apart than this are two runs. */
const pauseMs = 60_000;

const prefilledSections = ['question', 'summary'] as const;
const keyOf = ({ client, clock }: { client: number; clock: number }): string => `${client}:${clock}`;

function whenOf({ receivedAt }: JournalRow, { startedAt, closedAt }: Traced['meeting']): When {
  if (closedAt !== null && receivedAt >= closedAt) return 'after';
  return receivedAt < startedAt ? 'before' : 'during';
}

/** The row of each copy: the last that the product wrote in somebody's name before the copy was noted. */
function copies(rows: readonly JournalRow[], prefills: readonly Prefill[]): Map<number, Prefill> {
  const written = rows.filter(({ accountId, connectionId }) => connectionId === null && accountId !== null);
  return new Map(
    prefills.flatMap((prefill): [number, Prefill][] => {
      const row = written.findLast(({ receivedAt }) => receivedAt <= prefill.filledAt);
      return row ? [[row.position, prefill]] : [];
    }),
  );
}

/** One journal of a report and of those that it corrects: a version's first row, the state of the one before, brings nothing. */
const allRows = ({ earlier, report }: Traced): JournalRow[] =>
  [...earlier, ...report].map((row, index) => ({ ...row, position: index + 1 }));

/** Reads the rows one by one, and finds where the copied words stood in the sheet. */
function readRows(
  rows: readonly JournalRow[],
  prefills: readonly Prefill[],
): { authorship: Authorship; origins: Map<string, SheetOrigin> } {
  const authorship = new Authorship('report');
  const origins = new Map<string, SheetOrigin>();
  const copied = copies(rows, prefills);
  for (const row of rows) {
    authorship.add(row);
    const prefill = copied.get(row.position);
    if (!prefill) continue;
    const source = sheetCopy(prefill.sheet);
    for (const section of prefilledSections) {
      const units = authorship.broughtBy(section, row.position);
      const words = units.map(({ letter }) => letter).join('');
      originsOf(source[section], words).forEach((origin, index) => {
        const unit = units[index];
        if (origin && unit) origins.set(keyOf(unit.id), origin);
      });
    }
  }
  return { authorship, origins };
}

/** Gathers characters into runs: one person, one time, one source. What only separates blocks goes with what is before. */
function runsOf(characters: readonly Character[], people: People, meeting: Traced['meeting']): ProvenanceRun[] {
  const runs: ProvenanceRun[] = [];
  let pending = '';
  for (const { letter, row, origin } of characters) {
    const last = runs.at(-1);
    if (!row) {
      if (last) last.text += letter;
      else pending += letter;
      continue;
    }
    const run: ProvenanceRun = {
      text: pending + letter,
      by: people.indexOf(row.accountId),
      at: row.receivedAt.toISOString(),
      until: row.receivedAt.toISOString(),
      when: whenOf(row, meeting),
      from: origin && {
        section: origin.section,
        by: people.indexOf(origin.row.accountId),
        at: origin.row.receivedAt.toISOString(),
      },
    };
    pending = '';
    if (last && isSameGo(last, run)) extend(last, run);
    else runs.push(run);
  }
  return runs;
}

function isSameGo(last: ProvenanceRun, next: ProvenanceRun): boolean {
  const apart = Math.max(Date.parse(next.at) - Date.parse(last.until), Date.parse(last.at) - Date.parse(next.at));
  const sameSource = last.from?.section === next.from?.section && last.from?.by === next.from?.by;
  return last.by === next.by && last.when === next.when && sameSource && apart <= pauseMs;
}

function extend(last: ProvenanceRun, { text, at, until }: ProvenanceRun): void {
  last.text += text;
  if (at < last.at) last.at = at;
  if (until > last.until) last.until = until;
}

/** Who wrote each character of a report and each of its fields, from the journals alone. Rules PRV-1 to PRV-6. */
export function traceProvenance(traced: Traced): Provenance {
  const rows = allRows(traced);
  const { authorship, origins } = readRows(rows, traced.prefills);
  const people = new People(traced.authors);
  const rowAt = (position: number | undefined): JournalRow | null =>
    position === undefined ? null : (rows[position - 1] ?? null);
  const charactersOf = (section: ReportSection): Character[] => {
    const { text, ids } = authorship.charactersOf(section);
    return text.split('').map((letter, place) => {
      const id = ids[place];
      return {
        letter,
        row: id ? rowAt(authorship.positionOf(id)) : null,
        origin: (id && origins.get(keyOf(id))) ?? null,
      };
    });
  };
  const fieldOf = (field: ReportField): Provenance['fields'] => {
    const row = rowAt(authorship.positionOfKey('fields', field));
    if (!row) return [];
    const { accountId, receivedAt } = row;
    return [{ field, by: people.indexOf(accountId), at: receivedAt.toISOString(), when: whenOf(row, traced.meeting) }];
  };
  const sections = reportSections.map((section) => ({
    section,
    runs: runsOf(charactersOf(section), people, traced.meeting),
  }));
  const fields = reportFields.flatMap(fieldOf);
  authorship.end();
  return {
    format: 'concertation-provenance-1',
    documentNumber: traced.documentNumber,
    stateHash: traced.stateHash,
    journal: { rows: traced.report.length, hash: traced.journalHash },
    people: people.listed,
    sections,
    fields,
  };
}
