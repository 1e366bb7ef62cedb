import { isPortalSlug } from '../organisations/index.ts';

/**
 * The portal that an address is, from the Host header: the label before `portalDomain`. Null on the general site, on
 * the bare domain and on deeper sub-domains. Whether such a portal is published is for its reading to say.
 */
export function portalOfHost(
  host: string | undefined,
  { portalDomain, origin }: { portalDomain: string | null; origin: string },
): string | null {
  if (!host || portalDomain === null) return null;
  const lower = host.toLowerCase();
  if (origin !== '' && new URL(origin).host === lower) return null;
  const [name = ''] = lower.split(':', 1);
  if (!name.endsWith(`.${portalDomain}`)) return null;
  const label = name.slice(0, -portalDomain.length - 1);
  return isPortalSlug(label) ? label : null;
}
