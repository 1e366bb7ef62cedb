import { and, desc, inArray, sql, type SQL } from 'drizzle-orm';
import { organisations } from '@concertation/schema';
import type { OrganisationRole } from '@concertation/shared/access';
import type { OrganisationCard } from '@concertation/shared/contracts';
import { foldText } from '@concertation/shared/domain';
import { accountsOn, subjectsAllowing } from '../access/index.ts';
import type { Executor } from '../database/index.ts';

const shown = 50;

/** Below this likeness, from 0 to 1, a word is another word: « hopitl » is « hôpital », « Nice » is not « Lyon ». */
const likeness = 0.4;

/** How well a word, folded, is found in the search text: 1 when it is part of it, else its likeness to a word of it. */
const found = (word: string): SQL<number> =>
  sql`case when strpos(${organisations.searchText}, ${word}) > 0 then 1 else strict_word_similarity(${word}, ${organisations.searchText}) end`;

/** The ids of the organisations that an account administers or belongs to. */
export function organisationsOfAccount(executor: Executor, accountId: string): Promise<string[]> {
  return subjectsAllowing(executor, accountId, 'organisation', 'organisation.read');
}

/**
 * Organisations of which each word typed is in the name or the place, or nearly, nearest first; without a word, mine
 * first. At most 50, with what the account is in each. Three queries.
 */
export async function searchOrganisations(
  executor: Executor,
  accountId: string,
  text: string,
): Promise<OrganisationCard[]> {
  const words = foldText(text).split(' ').filter(Boolean);
  if (text.trim() !== '' && words.length === 0) return [];
  const mine = await organisationsOfAccount(executor, accountId);
  const first: SQL[] = [];
  if (words.length > 0) first.push(sql`${sql.join(words.map(found), sql` + `)} desc`);
  else if (mine.length > 0) first.push(desc(inArray(organisations.id, mine)));
  const rows = await executor
    .select()
    .from(organisations)
    .where(and(...words.map((word) => sql`${found(word)} >= ${likeness}`)))
    .orderBy(...first, sql`lower(${organisations.name})`, organisations.id)
    .limit(shown);
  const shownOfMine = rows.map(({ id }) => id).filter((id) => mine.includes(id));
  const held = await accountsOn(executor, 'organisation', shownOfMine);
  const roles = new Map(
    held.filter((one) => one.accountId === accountId).map(({ subjectId, role }) => [subjectId, role]),
  );
  return rows.map(({ id, kind, name, place, slug }) => ({
    organisationId: id,
    kind: kind as OrganisationCard['kind'],
    name,
    place,
    slug,
    role: (roles.get(id) as OrganisationRole | undefined) ?? null,
  }));
}
