import type { OrganisationSettings } from '@concertation/shared/contracts';
import { AppError } from '../lib/index.ts';

/** Sub-domains that an installation uses itself, or that would pass for it. */
const reserved = new Set([
  'admin',
  'aide',
  'api',
  'app',
  'assets',
  'assistance',
  'compte',
  'connexion',
  'demo',
  'ftp',
  'imap',
  'inscription',
  'localhost',
  'mail',
  'ns1',
  'ns2',
  'pop',
  'portail',
  'portails',
  'rcp',
  'smtp',
  'static',
  'status',
  'support',
  'webmail',
  'www',
]);

/** True for what may be a portal's address: letters, digits and hyphens, and not one of the installation's own. */
export function isPortalSlug(slug: string): boolean {
  return (
    /^[a-z0-9][a-z0-9-]*[a-z0-9]$/.test(slug) && slug.length <= 40 && !slug.startsWith('xn--') && !reserved.has(slug)
  );
}

const refuse = (field: string, problem: string) => new AppError('invalid', { fields: [{ field, problem }] });

/**
 * Refuses, as `invalid`, an address on what is no network, one that the installation keeps for itself, and a network
 * published nowhere.
 */
export function checkPortalAddress({ kind, slug, published }: OrganisationSettings): void {
  if (slug !== null && kind !== 'network') throw refuse('slug', 'network_only');
  if (slug !== null && !isPortalSlug(slug)) throw refuse('slug', 'reserved');
  if (published && kind === 'network' && slug === null) throw refuse('slug', 'required');
}

/** PostgreSQL's word for a value that must be unique and is not. */
const uniqueViolation = '23505';

/** Runs a command that writes an address; one already taken, even at this instant by another command, is `slug_taken`. */
export async function refusingTakenSlug<Result>(command: () => Promise<Result>): Promise<Result> {
  try {
    return await command();
  } catch (error) {
    for (let at: unknown = error; at instanceof Error; at = at.cause) {
      const { code, constraint_name: constraint } = at as { code?: unknown; constraint_name?: unknown };
      if (code === uniqueViolation && constraint === 'organisations_slug')
        throw new AppError('slug_taken', undefined, { cause: error });
    }
    throw error;
  }
}
