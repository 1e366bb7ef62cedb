import { readFileSync } from 'node:fs';
import type { FrozenReport } from '../facts.ts';
import { fontCoverage } from './font-coverage.ts';
import { reportContent } from './report-content.ts';
import { setPages } from './set-pages.ts';

const template = readFileSync(new URL('./report.typ', import.meta.url), 'utf8');

/**
 * The unsigned PDF of a frozen report: PDF/A-3a, tagged, in French. Same value in, same bytes out, on every machine
 * (rule PDF-2). Rejects with UnprintableContent or RenderingFailed; nothing is ever left out silently.
 */
export async function renderReport(report: FrozenReport): Promise<Uint8Array> {
  return setPages(template, reportContent(report, fontCoverage()));
}
