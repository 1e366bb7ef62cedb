import type { Me } from '@concertation/shared/contracts';
import { createAccount, hashPassword, storePassword } from '../../src/auth/index.ts';
import { proveNewPasskey, registrationOptions } from '../../src/auth/passkeys/registration.ts';
import { storePasskey } from '../../src/auth/passkeys/stored-passkeys.ts';
import { newId } from '../../src/lib/index.ts';
import type { TestServer } from '../harness.ts';
import { ask, type Answer } from './ask.ts';
import { sessionCookie } from './sign-in.ts';
import type { Lies, SoftwareAuthenticator } from './software-authenticator.ts';

type Server = { origin: string };
export type Ceremony = { ceremonyId: string; options: Record<string, unknown> };

/** Somebody who has an account; each e-mail serves once. */
export const newPerson = (email: string) =>
  ({ email, title: 'Dr', givenName: 'Camille', familyName: 'Lenoir', specialty: 'Oncologie médicale' }) as const;

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

/** A verified account, by the rooms: with a passkey held by `authenticator`, with a password, with a telephone. Returns its id. */
export async function makeAccount(
  { services: { database }, origin }: TestServer,
  email: string,
  ways: { authenticator?: SoftwareAuthenticator; password?: string; phone?: string },
): Promise<string> {
  const { authenticator, password, phone = null } = ways;
  const accountId = newId();
  const hash = password === undefined ? null : await hashPassword(password);
  const options = await registrationOptions(origin, { accountId, email, name: 'Dr Camille Lenoir' }, []);
  const proven =
    authenticator && (await proveNewPasskey(origin, options.challenge, authenticator.create({ ...options })));
  await database.transaction(async (tx) => {
    await createAccount(tx, { ...newPerson(email), accountId, phone });
    if (proven) await storePasskey(tx, accountId, 'Mon téléphone', proven);
    if (hash) await storePassword(tx, accountId, hash);
  });
  return accountId;
}

/** A new account with a passkey, and its first sign-in. */
export async function firstSignIn(
  server: TestServer,
  authenticator: SoftwareAuthenticator,
  email: string,
): Promise<Answer> {
  await makeAccount(server, email, { authenticator });
  return trySignIn(server, authenticator);
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
