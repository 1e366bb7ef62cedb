import { asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { directoryActivities, directoryDepartures, directoryProfessionals } from '@concertation/schema';
import type { DirectoryProfessional } from '@concertation/shared/contracts';
import { nationalIdOfRpps } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';
import { foundColumns, toProfessional } from './professional-row.ts';

const { nationalId: _nationalId, ...activityColumns } = getTableColumns(directoryActivities);

/** What somebody does and where. */
export type DirectoryActivity = Omit<typeof directoryActivities.$inferSelect, 'nationalId'>;

/** One professional by national identification (`nationalIdOfRpps`); null for one that the extraction does not hold. */
export async function readProfessional(executor: Executor, nationalId: string): Promise<DirectoryProfessional | null> {
  const [row] = await executor
    .select(foundColumns)
    .from(directoryProfessionals)
    .where(eq(directoryProfessionals.nationalId, nationalId));
  return row ? toProfessional(row) : null;
}

/** The same for several, by national identification, in one query; one that the extraction does not hold is absent. */
export async function readProfessionals(
  executor: Executor,
  nationalIds: string[],
): Promise<Map<string, DirectoryProfessional>> {
  if (nationalIds.length === 0) return new Map();
  const rows = await executor
    .select(foundColumns)
    .from(directoryProfessionals)
    .where(inArray(directoryProfessionals.nationalId, nationalIds));
  return new Map(rows.map((row) => [row.nationalId, toProfessional(row)]));
}

/** The activities of one professional today, by structure. */
export async function readActivities(executor: Executor, nationalId: string): Promise<DirectoryActivity[]> {
  return executor
    .select(activityColumns)
    .from(directoryActivities)
    .where(eq(directoryActivities.nationalId, nationalId))
    .orderBy(asc(directoryActivities.structure), asc(directoryActivities.town), asc(directoryActivities.specialty));
}

/**
 * Of these RPPS numbers, those whose bearer was in the directory and is in it no longer, with the date of the first
 * extraction without them. One who was never in it has not left.
 */
export async function departedAmong(executor: Executor, rppsNumbers: string[]): Promise<Map<string, Date>> {
  if (rppsNumbers.length === 0) return new Map();
  const rows = await executor
    .select()
    .from(directoryDepartures)
    .where(inArray(directoryDepartures.nationalId, rppsNumbers.map(nationalIdOfRpps)));
  return new Map(rows.map(({ nationalId, departedAt }) => [nationalId.slice(1), departedAt]));
}
