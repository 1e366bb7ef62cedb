import postgres from 'postgres';
import { foldText } from '@concertation/shared/domain';
import { Database } from '../../../src/database/index.ts';
import { searchProfessionals } from '../../../src/directory/index.ts';
import { createLogger } from '../../../src/lib/index.ts';
import type { SearchTimes } from './messages.ts';
import { summarise } from './people-search.ts';
import type { Searches } from './searches.ts';

const rounds = 60;
const slowRounds = 6;

async function timed(texts: string[], count: number, search: (text: string) => Promise<unknown>): Promise<SearchTimes> {
  const times: number[] = [];
  for (const text of texts.slice(0, count)) {
    const begun = performance.now();
    await search(text);
    times.push(performance.now() - begun);
  }
  return summarise(times);
}

/**
 * The same searches one at a time on the same rows: this product's, every word anywhere in the names (`ILIKE '%…%'`), and
 * PostgreSQL's own text search with its rank and the index that it has here. The peers forgive no slip.
 */
export async function searchAlone(url: string, socketDirectory: string, searches: Searches) {
  const log = createLogger('error');
  const database = await Database.open({ source: { kind: 'external', url }, dataDirectory: '', connections: 1, log });
  const name = new URL(url).pathname.slice(1);
  const sql = postgres({ path: `${socketDirectory}/.s.PGSQL.5432`, username: 'app', database: name, max: 1 });
  const kinds = ['RPPS number', 'nobody'];
  const texts = [...searches].filter(([kind]) => !kinds.includes(kind)).map(([, list]) => list);
  const mixed = texts[0]?.flatMap((_, at) => texts.map((list) => list[at] as string)) ?? [];
  const words = (text: string) => foldText(text).split(' ').filter(Boolean);
  const whole = (word: string) => `%${word}%`;
  const results = new Map<string, SearchTimes>();
  results.set('Concertation', await timed(mixed, rounds, (text) => searchProfessionals(database.db, text)));
  results.set(
    '`to_tsvector`, `ts_rank`',
    await timed(mixed, rounds, (text) => {
      const query = words(text)
        .map((word) => `${word}:*`)
        .join(' & ');
      return sql`
        select national_id, family_name, given_name, specialties, towns from directory_professionals
        where to_tsvector('simple', family || ' ' || given) @@ to_tsquery('simple', ${query})
        order by ts_rank(to_tsvector('simple', family || ' ' || given), to_tsquery('simple', ${query})) desc limit 20`;
    }),
  );
  results.set(
    "`ILIKE '%…%'`",
    await timed(
      mixed,
      slowRounds,
      (text) => sql`
        select national_id, family_name, given_name, specialties, towns from directory_professionals
        where (family || ' ' || given) ilike all(${words(text).map(whole)}) order by family, given limit 20`,
    ),
  );
  await sql.end();
  await database.close();
  return results;
}
