import type { Sql } from 'postgres';

/** Where the next generation is built: a PostgreSQL schema of its own, so that tables and indexes keep their names. */
export const staging = 'directory_next';

/** The tables that an import replaces. */
export const replaced = ['directory_professionals', 'directory_activities', 'directory_words'] as const;

/** What one line brings, in the order in which it is copied. */
export const stagedColumns = [
  'line',
  'national_id',
  'rpps',
  'title',
  'family_name',
  'given_name',
  'family',
  'given',
  'profession',
  'specialty',
  'specialty_kind',
  'mode',
  'sector',
  'role',
  'structure',
  'finess',
  'postcode',
  'town',
] as const;

/** Removes what an import that was cut short left behind. */
export async function clearStaging(sql: Sql): Promise<void> {
  await sql.unsafe(`drop schema if exists ${staging} cascade`);
}

/** Empty tables like the live ones, without their indexes, and one for the lines as they come: it needs no journal. */
export async function createStaging(sql: Sql): Promise<void> {
  const typed = stagedColumns.map((name) => {
    if (name === 'line') return 'line integer not null';
    return name === 'rpps' ? 'rpps text' : `${name} text ${name === 'national_id' ? 'collate "C" ' : ''}not null`;
  });
  await clearStaging(sql);
  await sql.unsafe(`create schema ${staging}`);
  await sql.unsafe(`create unlogged table ${staging}.lines (${typed.join(', ')})`);
  for (const table of replaced) await sql.unsafe(`create table ${staging}.${table} (like public.${table})`);
}

/** Gives the next generation the indexes of the live tables, as the migrations made them, and statistics. */
export async function indexStaging(sql: Sql, told: (part: number) => void): Promise<void> {
  const rows = await sql<{ definition: string }[]>`
    select indexdef as definition from pg_indexes where schemaname = 'public' and tablename = any(${[...replaced]})`;
  for (const [at, { definition }] of rows.entries()) {
    await sql.unsafe(definition.replace(' ON public.', ` ON ${staging}.`));
    told((at + 1) / rows.length);
  }
  for (const table of replaced) await sql.unsafe(`analyze ${staging}.${table}`);
}
