import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderReport } from '../../src/reports/render/render-report.ts';
import { demonstrationSigner } from '../../src/reports/sign/demonstration-signer.ts';
import { signPdf } from '../../src/reports/sign/sign-pdf.ts';
import { sampleReport } from '../pdf-sample.ts';
import { content, paragraph } from '../support/lexical-nodes.ts';

export type PdfTimes = { render: number; sign: number };

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Renders and signs a report of about three pages as often as asked; warm medians in milliseconds. */
export async function measurePdf(rounds: number): Promise<PdfTimes> {
  const directory = mkdtempSync(join(tmpdir(), 'concertation-bench-pdf-'));
  const signer = await demonstrationSigner(directory);
  const words = 'Patiente adressée pour avis après imagerie de réévaluation ; marges et état général discutés. '.repeat(
    5,
  );
  const report = sampleReport({}, { discussion: content(...Array.from({ length: 18 }, () => paragraph(words))) });
  const times: PdfTimes[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const began = performance.now();
    const pdf = await renderReport(report);
    const rendered = performance.now();
    await signPdf(pdf, signer, { reason: 'Banc d’essai', name: 'Banc d’essai', at: new Date() });
    times.push({ render: rendered - began, sign: performance.now() - rendered });
  }
  rmSync(directory, { recursive: true, force: true });
  const warm = times.slice(1);
  return { render: median(warm.map(({ render }) => render)), sign: median(warm.map(({ sign }) => sign)) };
}
