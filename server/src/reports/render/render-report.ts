import { readFileSync } from 'node:fs';
import { canonicalJson } from '../../lib/index.ts';
import type { FrozenReport } from '../facts.ts';
import { fontCoverage } from './font-coverage.ts';
import { reportContent } from './report-content.ts';
import { setPages } from './set-pages.ts';
import type { Attachment } from './typeset.ts';

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

/**
 * The unsigned PDF of a frozen report: PDF/A-3a, tagged, in French. Same value in, same bytes out, on every machine
 * (rule PDF-2). Rejects with UnprintableContent or RenderingFailed; nothing is ever left out silently.
 */
export async function renderReport(report: FrozenReport): Promise<Uint8Array> {
  return setPages(template, reportContent(report, fontCoverage()), attachmentsOf(report));
}
