import { readFileSync } from 'node:fs';
import { canonicalJson } from '../../lib/index.ts';
import type { FrozenReport } from '../facts.ts';
import { fontCoverage } from './font-coverage.ts';
import { reportContent } from './report-content.ts';
import { RenderingFailed } from './failures.ts';
import { setForms } from './set-pages.ts';
import type { Attachment, Form } from './typeset.ts';

const template = readFileSync(new URL('./report.typ', import.meta.url), 'utf8');

const bytesOf = (value: unknown): Uint8Array => Buffer.from(canonicalJson(value), 'utf8');

/** What the file carries for machines: the frozen bytes, what they say, and who wrote each character of it. Rule PDF-10. */
function attachmentsOf({ state, stateHash, facts, sections, provenance }: FrozenReport): Attachment[] {
  // Those who wrote are in the provenance, as far as a word of theirs is in the report.
  const { authors: _, ...shown } = facts;
  return [
    { name: 'compte-rendu.yjs', bytes: state },
    { name: 'compte-rendu.json', bytes: bytesOf({ stateHash, facts: shown, sections }) },
    ...(provenance ? [{ name: 'provenance.json', bytes: bytesOf(provenance) }] : []),
  ];
}

/** The unsigned files of a report. `original` holds the frozen bytes; `archival` is the same pages for secure mail and the DMP. */
export type Pages = { original: Uint8Array; archival: Uint8Array };

async function setReport(report: FrozenReport, forms: Form[]): Promise<Uint8Array[]> {
  return setForms(template, reportContent(report, fontCoverage()), forms);
}

const originalForm = (report: FrozenReport): Form => ({ kind: 'accessible', attachments: attachmentsOf(report) });

/**
 * The unsigned PDF of a frozen report: PDF/A-3a and PDF/UA-1, tagged, in French. Same value in, same bytes out, on every
 * machine (rules PDF-2, PDF-11). Rejects with UnprintableContent or RenderingFailed; nothing is ever left out silently.
 */
export async function renderReport(report: FrozenReport): Promise<Uint8Array> {
  const [original] = await setReport(report, [originalForm(report)]);
  if (!original) throw new RenderingFailed('the thread gave no file');
  return original;
}

/** The same, and beside it the same pages as PDF/A-1a without files inside. Rule PDF-12. */
export async function renderPages(report: FrozenReport): Promise<Pages> {
  const [original, archival] = await setReport(report, [originalForm(report), { kind: 'archival', attachments: [] }]);
  if (!original || !archival) throw new RenderingFailed('the thread gave no file');
  return { original, archival };
}
