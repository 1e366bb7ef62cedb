import { eq } from 'drizzle-orm';
import { renditions } from '@concertation/schema';
import { type Provenance, provenance } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { findReport } from '../report-rows.ts';

/**
 * Who wrote each character of a signed report, as its file says it. Throws `wrong_state` before the freeze,
 * `signature_pending` until it is signed, `not_found` for one that was frozen before this was computed. Rule PRV-8.
 */
export async function readProvenance(executor: Executor, reportId: string): Promise<Provenance> {
  const report = await findReport(executor, reportId);
  if (!isSealed(report.state)) throw new AppError('wrong_state');
  const [row] = await executor
    .select({ found: renditions.provenance, signedAt: renditions.signedAt })
    .from(renditions)
    .where(eq(renditions.reportId, reportId));
  if (!row?.signedAt) throw new AppError('signature_pending');
  if (row.found === null) throw new AppError('not_found');
  return provenance.parse(JSON.parse(row.found));
}
