const entrances = /^\/(connexion|inscription|mot-de-passe|mot-de-passe-oublie|recuperation)(?=[/?#]|$)/;

/**
 * The place to go after signing in, from what an address asked for: a path of this application, or the home page.
 * Another host, a scheme, a backslash or a control character leads home.
 */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted || !wanted.startsWith('/') || wanted.length > 500) return '/';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/^\/[/\\]/.test(wanted) || /[\u0000-\u001f\u007f\\]/.test(wanted) || entrances.test(wanted)) return '/';
  const base = 'https://internal.invalid';
  const url = new URL(wanted, base);
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/';
}
