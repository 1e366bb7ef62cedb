import type { Me } from '@concertation/shared/contracts';
import { ask, type Answer } from './ask.ts';
import { sessionCookie } from './sign-in.ts';
import type { Lies, SoftwareAuthenticator } from './software-authenticator.ts';

type Server = { origin: string };
export type Ceremony = { ceremonyId: string; options: Record<string, unknown> };

/** Somebody who may sign up; each e-mail serves once. */
export const newPerson = (email: string) => ({
  email,
  title: 'Dr',
  givenName: 'Camille',
  familyName: 'Lenoir',
  specialty: 'Oncologie médicale',
});

/** Begins a ceremony; throws unless the server agrees. */
export async function start(
  server: Server,
  path: string,
  asked: { cookie?: string; body?: unknown } = {},
): Promise<Ceremony> {
  const answer = await ask(server, 'POST', path, asked);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.body as Ceremony;
}

/** A whole sign-up, with what the authenticator lies about. */
export async function trySignUp(
  server: Server,
  authenticator: SoftwareAuthenticator,
  email: string,
  lies: Lies = {},
): Promise<Answer> {
  const { ceremonyId, options } = await start(server, '/api/sign-up/start', { body: newPerson(email) });
  const credential = authenticator.create(options, lies);
  return ask(server, 'POST', '/api/sign-up/finish', { body: { ceremonyId, credential, passkeyName: 'Mon téléphone' } });
}

/** A whole sign-in, with what the authenticator lies about; with its last passkey unless another is named. */
export async function trySignIn(
  server: Server,
  authenticator: SoftwareAuthenticator,
  lies: Lies = {},
  keyId?: string,
): Promise<Answer> {
  const { ceremonyId, options } = await start(server, '/api/sign-in/start');
  return ask(server, 'POST', '/api/sign-in/finish', {
    body: { ceremonyId, credential: authenticator.get(options, lies, keyId) },
  });
}

/** Who an answer signed in, and the cookie for what follows. */
export function signedIn(answer: Answer): { cookie: string; me: Me } {
  if (answer.status !== 200)
    throw new Error(`expected a sign-in, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return { cookie: sessionCookie(answer.response), me: answer.body as Me };
}
