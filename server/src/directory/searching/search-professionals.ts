import { sql } from 'drizzle-orm';
import type { DirectoryProfessional } from '@concertation/shared/contracts';
import { type Db, driverCode } from '../../database/index.ts';
import { findByNumber } from './find-by-beginning.ts';
import { type Found, findNames, keep } from './find-names.ts';
import { toProfessional } from './professional-row.ts';
import { readTypedSearch } from './typed-search.ts';

export type FoundProfessionals = { professionals: DirectoryProfessional[]; more: boolean };

const shown = 20;
const longestMs = 1000;
const statementTimedOut = '57014';

/** Each query has its index: a plan that reads everybody, or that is compiled, is always a wrong guess here. */
const bounds = sql`select set_config('statement_timeout', ${String(longestMs)}, true), set_config('jit', 'off', true), set_config('enable_seqscan', 'off', true)`;

/**
 * Professionals by RPPS number (its beginning), or by family name, first name or both in any order: accents, capitals,
 * hyphens and apostrophes do not count, names may be begun, any word of a name counts, and one slip a word is forgiven
 * when nobody bears what was typed. Best first, at most 20, `more` when there are others. A query that takes more than a
 * second is cut, and what was found before is given. Source: SC-12.
 */
export async function searchProfessionals(db: Db, text: string): Promise<FoundProfessionals> {
  const typed = readTypedSearch(text);
  if (!typed) return { professionals: [], more: false };
  const found: Found = new Map();
  let cut = false;
  try {
    await db.transaction(async (tx) => {
      await tx.execute(bounds);
      if (typed.kind === 'number') keep(found, await findByNumber(tx, typed.digits, shown + 1));
      else await findNames(tx, typed.words, found, shown + 1);
    });
  } catch (error) {
    if (driverCode(error) !== statementTimedOut) throw error;
    cut = true;
  }
  const professionals = [...found.values()].slice(0, shown).map(toProfessional);
  return { professionals, more: cut || found.size > shown };
}
