/**
 * The page that somebody wanted before signing in, as it goes to Pro Santé Connect and back in the visit's cookie. What is
 * no page of this installation is the home page: a return leads nowhere else (open redirect).
 */
export function safePage(wanted: string, origin: string): string {
  if (!wanted.startsWith('/')) return '/';
  const address = URL.canParse(wanted, origin) ? new URL(wanted, origin) : null;
  // « /.//evil.example » is a path here, and another site once it is written alone.
  if (address?.origin !== origin || address.pathname.startsWith('//')) return '/';
  return address.pathname + address.search + address.hash;
}

/** The cookie's value: the browser's secret, and the page. */
export const packVisit = (secret: string, page: string): string =>
  `${secret}.${Buffer.from(page).toString('base64url')}`;

/** What `packVisit` packed; the page is not to be trusted yet. */
export function unpackVisit(value: string | null): { secret: string | null; page: string } {
  const [secret = '', page = ''] = value?.split('.', 2) ?? [];
  return { secret: secret === '' ? null : secret, page: Buffer.from(page, 'base64url').toString() };
}
