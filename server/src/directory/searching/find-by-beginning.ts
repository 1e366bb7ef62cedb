import { and, asc, gte, lt, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { directoryProfessionals } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { foundColumns, type FoundProfessional } from './professional-row.ts';
import type { NameReading } from './typed-search.ts';

const { family, given, nationalId, rpps } = directoryProfessionals;
const last = '\u{10FFFF}';

/** « Begins with » as a range, which the index serves whatever the plan. */
const beginsWith = (column: AnyPgColumn, text: string): SQL | undefined =>
  text === '' ? undefined : and(gte(column, text), lt(column, text + last));

/** Whose RPPS number begins so, in the order of numbers. */
export function findByNumber(executor: Executor, digits: string, limit: number): Promise<FoundProfessional[]> {
  return executor
    .select(foundColumns)
    .from(directoryProfessionals)
    .where(beginsWith(rpps, digits))
    .orderBy(asc(rpps))
    .limit(limit);
}

/** Whose names begin so, in the order of names: the exact ones come first. Read along one index. */
export function findByNames(executor: Executor, reading: NameReading, limit: number): Promise<FoundProfessional[]> {
  const order = reading.family === '' ? [asc(given), asc(family)] : [asc(family), asc(given)];
  return executor
    .select(foundColumns)
    .from(directoryProfessionals)
    .where(and(beginsWith(family, reading.family), beginsWith(given, reading.given)))
    .orderBy(...order, asc(nationalId))
    .limit(limit);
}
