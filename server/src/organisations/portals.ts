import { and, eq, isNotNull } from 'drizzle-orm';
import { organisations } from '@concertation/schema';
import type { Executor } from '../database/index.ts';
import { type OrganisationFacts, toFacts } from './organisation-row.ts';
import { isPortalSlug } from './portal-address.ts';

const published = and(
  eq(organisations.kind, 'network'),
  eq(organisations.published, true),
  isNotNull(organisations.slug),
);

/** The public portals, by name. Source: SC-08. */
export async function listPortals(executor: Executor): Promise<{ slug: string; name: string; place: string }[]> {
  const rows = await executor
    .select({ slug: organisations.slug, name: organisations.name, place: organisations.place })
    .from(organisations)
    .where(published)
    .orderBy(organisations.name, organisations.id);
  return rows.flatMap(({ slug, ...portal }) => (slug === null ? [] : [{ slug, ...portal }]));
}

/** The published network at this address; null when there is none, or one that is not published. */
export async function readPublishedNetwork(
  executor: Executor,
  slug: string,
): Promise<(OrganisationFacts & { slug: string }) | null> {
  if (!isPortalSlug(slug)) return null;
  const [row] = await executor
    .select()
    .from(organisations)
    .where(and(published, eq(organisations.slug, slug)));
  return row ? { ...toFacts(row), slug } : null;
}
