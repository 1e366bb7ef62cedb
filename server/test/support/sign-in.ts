import type { demonstrationAccounts, Me } from '@concertation/shared/contracts';

export type DemonstrationKey = (typeof demonstrationAccounts)[number];

/** The `name=value` of the session cookie that an answer sets, as a browser would send it back. */
export function sessionCookie(response: Response): string {
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) throw new Error('the answer sets no cookie');
  return cookie.split(';', 1)[0] as string;
}

/** Signs in with an account of the demonstration, as a script does: `cookie` goes into the Cookie header. */
export async function signIn(
  server: { origin: string },
  account: DemonstrationKey,
): Promise<{ cookie: string; me: Me }> {
  const response = await fetch(`${server.origin}/api/demo/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  if (!response.ok) throw new Error(`demonstration sign-in answered ${response.status}: ${await response.text()}`);
  return { cookie: sessionCookie(response), me: (await response.json()) as Me };
}
