import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrozenReport } from '../../src/reports/facts.ts';
import { renderPages } from '../../src/reports/render/render-report.ts';
import { demonstrationSigner } from '../../src/reports/sign/demonstration-signer.ts';
import { signPdf } from '../../src/reports/sign/sign-pdf.ts';
import type { Signer } from '../../src/reports/sign/signer.ts';
import { verifyPdf } from '../../src/reports/sign/verify-pdf.ts';
import { sampleReport } from '../pdf-sample.ts';
import { content, paragraph } from '../support/lexical-nodes.ts';

type Steps = { render: number; sign: number; verify: number };

/** What a freeze makes, in milliseconds: both files rendered, both signed, both verified; all of it for a long report. */
export type PdfTimes = Steps & { whole: number; longWhole: number };

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
const words = 'Patiente adressée pour avis après imagerie de réévaluation ; marges et état général discutés. '.repeat(
  5,
);
/** Eighteen paragraphs make about three pages. */
const reportOf = (paragraphs: number): FrozenReport =>
  sampleReport({}, { discussion: content(...Array.from({ length: paragraphs }, () => paragraph(words))) });

async function measure(report: FrozenReport, signer: Signer): Promise<Steps> {
  const statement = { reason: 'Banc d’essai', name: 'Banc d’essai', at: new Date() };
  const began = performance.now();
  const { original, archival } = await renderPages(report);
  const rendered = performance.now();
  const files = [await signPdf(original, signer, statement), await signPdf(archival, signer, statement)];
  const signed = performance.now();
  for (const file of files) await verifyPdf(file);
  return { render: rendered - began, sign: signed - rendered, verify: performance.now() - signed };
}

const wholeOf = ({ render, sign, verify }: Steps): number => render + sign + verify;

/** Renders, signs and verifies both files of a report of about three pages as often as asked, and one of sixty; warm medians. */
export async function measurePdf(rounds: number): Promise<PdfTimes> {
  const directory = mkdtempSync(join(tmpdir(), 'concertation-bench-pdf-'));
  const signer = await demonstrationSigner(directory);
  const repeat = async (report: FrozenReport, times: number): Promise<Steps[]> => {
    const steps: Steps[] = [];
    for (let round = 0; round <= times; round += 1) steps.push(await measure(report, signer));
    return steps.slice(1);
  };
  const warm = await repeat(reportOf(18), rounds);
  const long = await repeat(reportOf(400), Math.ceil(rounds / 5));
  rmSync(directory, { recursive: true, force: true });
  return {
    render: median(warm.map(({ render }) => render)),
    sign: median(warm.map(({ sign }) => sign)),
    verify: median(warm.map(({ verify }) => verify)),
    whole: median(warm.map(wholeOf)),
    longWhole: median(long.map(wholeOf)),
  };
}
