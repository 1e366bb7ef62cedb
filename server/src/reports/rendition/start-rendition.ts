import { asc, isNull } from 'drizzle-orm';
import { renditions } from '@concertation/schema';
import type { Jobs } from '../../jobs/index.ts';
import { SignerRefused } from '../sign/failures.ts';
import { extendJob } from './extend-job.ts';
import { extendSignature, sweepExtensions } from './extend-signature.ts';
import { renderAndSign, type SignNeeds } from './render-and-sign.ts';
import { renderSignJob } from './render-sign-job.ts';

type Needs = SignNeeds & { jobs: Jobs };

const sweepMinutes = 5;

/** Finds the frozen reports without a signature, whatever became of their job, and has each tried now. */
export async function sweepUnsigned({ database, jobs }: Pick<Needs, 'database' | 'jobs'>): Promise<void> {
  const unsigned = await database.db
    .select({ reportId: renditions.reportId })
    .from(renditions)
    .where(isNull(renditions.signedAt))
    .orderBy(asc(renditions.updatedAt));
  for (const { reportId } of unsigned) await jobs.hasten(renderSignJob, { reportId });
}

/**
 * Starts the work that follows a freeze: the jobs, and a sweep at once and every five minutes. A key that cannot be
 * opened is said at once, and stops nothing else. Returns how to stop.
 */
export async function startRendition(needs: Needs): Promise<() => Promise<void>> {
  const { jobs, log, openKey } = needs;
  await openKey().catch((error: unknown) => {
    // Its words are for the administrator, and name settings alone.
    const reason = error instanceof SignerRefused ? error.message : undefined;
    log.error({ err: error, reason }, 'the signing key cannot be opened: frozen reports will wait for their signature');
  });
  await jobs.handle(renderSignJob, ({ reportId }) => renderAndSign(needs, reportId));
  await jobs.handle(extendJob, ({ reportId }) => extendSignature(needs, reportId));
  let sweeping = Promise.resolve();
  const sweep = (): void => {
    sweeping = sweeping
      .then(() => sweepUnsigned(needs))
      .then(() => sweepExtensions(needs))
      .catch((error: unknown) => log.error({ err: error }, 'sweep of unsigned reports failed'));
  };
  sweep();
  const timer = setInterval(sweep, sweepMinutes * 60_000);
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}
