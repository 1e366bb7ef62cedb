import { z } from 'zod';
import type { Jobs } from '../../jobs/index.ts';
import { clearUnfinishedImport } from '../importing/import-lock.ts';
import { readLastImport } from '../searching/read-state.ts';
import { refreshDirectory, type RefreshNeeds } from './refresh-directory.ts';

export type DirectoryStart = RefreshNeeds & { jobs: Jobs };

const refreshJob = {
  name: 'directory.refresh',
  data: z.object({}),
  key: () => 'directory',
  longestSeconds: 3 * 3600,
};
/** After the night's publication, before the first meetings. */
const when = { cron: '40 4 * * *', timeZone: 'Europe/Paris' };

/**
 * Removes what a killed import left. Where the extraction has an address, refreshes the directory from it each night, and
 * at once when what is in force came from elsewhere.
 */
export async function startDirectory({ jobs, ...needs }: DirectoryStart): Promise<void> {
  const { database, address } = needs;
  await clearUnfinishedImport(database);
  if (address === null) return;
  await jobs.handle(refreshJob, async () => {
    await refreshDirectory(needs, address);
  });
  await jobs.schedule(refreshJob, {}, when);
  if ((await readLastImport(database.db))?.address !== address) await jobs.hasten(refreshJob, {});
}
