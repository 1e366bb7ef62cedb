import { eq } from 'drizzle-orm';
import { files } from '@concertation/schema';
import type { Configuration, Secrets } from '../config/index.ts';
import { checkFile } from './checking/check-file.ts';
import { checkFileJob } from './checking/check-file-job.ts';
import type { FileNeeds } from './file-needs.ts';
import { sweepUploads } from './receiving/sweep-uploads.ts';
import { Uploads } from './receiving/uploads.ts';
import { sweepKept } from './removing/sweep-kept.ts';
import { openStore } from './store/open-store.ts';

type Needs = Omit<FileNeeds, 'store' | 'uploads'> & { configuration: Configuration; secrets: Secrets };

/** What is kept of a started room: its needs complete, and how to stop. */
export type StartedFiles = { needs: FileNeeds; stop: () => Promise<void> };

const sweepMinutes = 5;

/** Has every document that still waits for its verdict tried now, whatever became of its job. */
async function hastenChecks({ database, jobs }: FileNeeds): Promise<void> {
  const waiting = await database.db.select({ id: files.id }).from(files).where(eq(files.state, 'checking'));
  for (const { id } of waiting) await jobs.hasten(checkFileJob, { fileId: id });
}

/**
 * Opens the store, starts the checks, and sweeps at once and every five minutes: uploads that ended badly, documents
 * without a verdict, bytes kept long enough.
 */
export async function startFiles({ configuration, secrets, ...rest }: Needs): Promise<StartedFiles> {
  const { database, audit, jobs, log, patientOfCase, followProof } = rest;
  const store = openStore(configuration, secrets);
  const uploads = new Uploads(configuration.files.uploadsDirectory);
  const needs: FileNeeds = { database, audit, jobs, log, store, uploads, patientOfCase, followProof };
  const { clamd } = configuration.files;
  await jobs.handle(checkFileJob, ({ fileId }) => checkFile({ ...needs, clamd }, fileId));
  let sweeping = Promise.resolve();
  const sweep = (): void => {
    for (const step of [sweepUploads, hastenChecks, sweepKept])
      sweeping = sweeping
        .then(() => step(needs))
        .catch((error: unknown) => log.error({ err: error }, 'sweep of documents failed'));
  };
  sweep();
  const timer = setInterval(sweep, sweepMinutes * 60_000);
  return {
    needs,
    stop: async () => {
      clearInterval(timer);
      await sweeping;
      store.close();
    },
  };
}
