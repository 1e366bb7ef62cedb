import type { Sql } from 'postgres';
import { ExtractionRefused } from '../extraction/refused.ts';
import { staging } from './staging.ts';

/** What the next generation changes, in professionals. */
export type Difference = {
  professionals: number;
  before: number;
  arrivals: number;
  departures: number;
  changed: number;
};

/** Below this many nobody worries: a demonstration gives way to the real file. */
const fewProfessionals = 1000;

/** Compares the next generation with the one in force: by identity, then by the mark of the activities. */
export async function compareGenerations(sql: Sql): Promise<Difference> {
  const [row] = await sql.unsafe<{ [Key in keyof Difference]: string }[]>(`
    select count(after.national_id) as professionals, count(former.national_id) as before,
      count(*) filter (where former.national_id is null) as arrivals,
      count(*) filter (where after.national_id is null) as departures,
      count(*) filter (where after.activities_mark <> former.activities_mark) as changed
    from public.directory_professionals former full join ${staging}.directory_professionals after using (national_id)`);
  const count = (key: keyof Difference) => Number(row?.[key] ?? 0);
  return {
    professionals: count('professionals'),
    before: count('before'),
    arrivals: count('arrivals'),
    departures: count('departures'),
    changed: count('changed'),
  };
}

/** Throws ExtractionRefused when more than a quarter would leave: a file cut short reads like a good one. */
export function refuseManyDepartures({ before, departures }: Difference): void {
  if (before > fewProfessionals && departures > before / 4)
    throw new ExtractionRefused(
      `${departures} professionnels sur ${before} partiraient : le fichier est sans doute tronqué, rien n’a été remplacé. S’il est bon, ajoutez --accept-departures.`,
    );
}
