import type { DirectoryProfessional, DirectorySearch, DirectoryState } from '@concertation/shared/contracts';
import type { Database } from '../../database/index.ts';
import type { LiveDirectory } from '../live/live-directory.ts';
import { readProfessional } from './read-professional.ts';
import { readLastImport } from './read-state.ts';
import { searchProfessionals } from './search-professionals.ts';

/** `live` is null where the directory on line is not configured. */
export type DirectoryNeeds = { database: Database; live: LiveDirectory | null };

/** Searches the extraction, and the directory on line when the extraction holds nobody of this name. Source: SC-12. */
export async function searchDirectory({ database, live }: DirectoryNeeds, text: string): Promise<DirectorySearch> {
  const found = await searchProfessionals(database.db, text);
  if (found.professionals.length > 0 || !live) return { ...found, live: 'not_asked' };
  const answer = await live.search(text);
  if (answer === 'not_asked' || answer === 'unavailable') return { ...found, live: answer };
  return { ...answer, live: 'answered' };
}

/** One professional, of the extraction or else of the directory on line; null when neither knows them. */
export async function readFromDirectory(
  { database, live }: DirectoryNeeds,
  nationalId: string,
): Promise<DirectoryProfessional | null> {
  return (await readProfessional(database.db, nationalId)) ?? (await live?.read(nationalId)) ?? null;
}

/** What can be searched on this server, and of which day it is. */
export async function readDirectoryState({ database, live }: DirectoryNeeds): Promise<DirectoryState> {
  const last = await readLastImport(database.db);
  return {
    available: last !== null || live !== null,
    professionals: last?.professionals ?? 0,
    fileDate: last?.fileDate.toISOString() ?? null,
    importedAt: last?.importedAt.toISOString() ?? null,
    live: live !== null,
  };
}
