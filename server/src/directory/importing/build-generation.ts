import type { Sql } from 'postgres';
import { staging } from './staging.ts';

const activity = ['profession', 'specialty', 'mode', 'sector', 'role', 'structure', 'finess', 'postcode', 'town'];

/** The first line of somebody tells who they are; lines come in any order and are not together. */
const first = (column: string) => `(array_agg(${column} order by line))[1]`;
const some = (column: string, where: string) =>
  `coalesce((array_agg(distinct ${column}) filter (where ${where}))[1:3], '{}')`;

/** A number that does not depend on the order of the lines, from the digest of each. */
const mark = `sum(('x' || substr(md5(concat_ws('|', ${activity.join(', ')})), 1, 15))::bit(60)::bigint)::text`;

const professionals = `
  insert into ${staging}.directory_professionals
    (national_id, rpps, title, family_name, given_name, profession, specialties, towns, structures, active, family, given, activities_mark)
  select national_id, ${first('rpps')}, ${first('title')}, ${first('family_name')}, ${first('given_name')}, ${first('profession')},
    coalesce(array_agg(distinct specialty) filter (where specialty_kind = 'S' and specialty <> ''), ${some('specialty', "specialty <> ''")}),
    ${some('town', "town <> ''")}, ${some('structure', "structure <> ''")}, bool_or(mode <> ''),
    ${first('family')}, ${first('given')}, ${mark}
  from ${staging}.lines group by national_id`;

const activities = `
  insert into ${staging}.directory_activities (national_id, ${activity.join(', ')})
  select national_id, ${activity.join(', ')} from ${staging}.lines where mode <> ''`;

const words = `
  insert into ${staging}.directory_words (word, bearers, slips)
  select word, bearers,
    case when length(word) < 4 then array[word]
      else array(select left(word, at - 1) || substr(word, at + 1) from generate_series(1, length(word)) at) || word end
  from (
    select word, count(*) as bearers
    from ${staging}.directory_professionals, unnest(string_to_array(family || ' ' || given, ' ')) word
    where word <> '' group by word
  ) counted`;

/** Makes professionals, their activities and the words of their names from the lines; then the lines go. */
export async function buildGeneration(sql: Sql, told: (part: number) => void): Promise<void> {
  await sql.unsafe(`analyze ${staging}.lines`);
  const steps = [professionals, activities, `drop table ${staging}.lines`, words];
  for (const [at, step] of steps.entries()) {
    await sql.unsafe(step);
    told((at + 1) / steps.length);
  }
}
