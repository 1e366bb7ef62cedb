import type { Provenance } from '@concertation/shared/contracts';
import type { Executor } from '../../database/index.ts';
import { readJournal, sectionPlainText } from '../../documents/index.ts';
import type { ReportFacts } from '../facts.ts';
import { readDraft } from '../freeze/draft.ts';
import { reportDocument } from '../report-rows.ts';
import { earlierRows, lineageOf, prefillsOf } from './lineage.ts';
import { traceInThread } from './trace-in-thread.ts';

export type FrozenWords = {
  reportId: string;
  state: Uint8Array;
  stateHash: string;
  journalPosition: number;
  /** Null for a report frozen before it was recorded: nothing then proves its journal. */
  journalHash: string | null;
};

const dateOf = (instant: string | null): Date | null => (instant === null ? null : new Date(instant));

/** Throws unless the runs of each section are, one after the other, the words that were frozen. */
function refuseUnlessWhole({ sections }: Provenance, state: Uint8Array): void {
  const draft = readDraft(state);
  for (const { section, runs } of sections) {
    const words = sectionPlainText(draft.sections[section]);
    const found = runs.map(({ text }) => text).join('');
    // Empty paragraphs and cells alone have no author.
    if (found !== words && !(found === '' && /^[\n\t]*$/.test(words)))
      throw new Error(`the journal does not give the words of ${section}`);
  }
}

/**
 * Who wrote each character of a frozen report; null for one frozen before its journal was sealed with it. Throws
 * JournalAltered when a row of the journal is not the one that was written. Rules PRV-1 to PRV-7.
 */
export async function computeProvenance(
  executor: Executor,
  { reportId, state, stateHash, journalPosition, journalHash }: FrozenWords,
  { documentNumber, authors, ran, meeting }: ReportFacts,
): Promise<Provenance | null> {
  if (journalHash === null || !authors || !ran) return null;
  const name = reportDocument(reportId);
  const report = await readJournal(executor, name, journalPosition, journalHash);
  const lineage = await lineageOf(executor, reportId);
  const found = await traceInThread({
    documentNumber,
    stateHash,
    journalHash,
    earlier: await earlierRows(executor, lineage),
    report,
    prefills: await prefillsOf(executor, lineage),
    authors,
    meeting: { startedAt: dateOf(ran.startedAt) ?? new Date(meeting.startsAt), closedAt: dateOf(ran.closedAt) },
  });
  refuseUnlessWhole(found, state);
  return found;
}
