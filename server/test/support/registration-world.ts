import { asc, eq } from 'drizzle-orm';
import { mails } from '@concertation/schema';
import type { SessionMeans } from '@concertation/shared/domain';
import { createAccount, type MoreOfAccount } from '../../src/auth/index.ts';
import { startTestServer, type TestServer } from '../harness.ts';
import { ask, type Answer } from './ask.ts';
import { type DemonstrationKey, signIn } from './sign-in.ts';

export type Somebody = { cookie: string; accountId: string; email: string };

/** What « S’inscrire » sends; each e-mail serves once. */
export const newRegistration = (email: string, more: Record<string, unknown> = {}) => ({
  title: 'Dr',
  givenName: 'Élodie',
  familyName: 'Arnaud',
  email,
  phone: '06 12 34 56 78',
  specialty: 'Pneumologie',
  profession: 'Médecin',
  rpps: null,
  workplace: 'Centre hospitalier de Ville-Exemple',
  services: ['patients', 'colleagues', 'opinions', 'staff', 'cohorts'],
  addressReaders: 'colleagues',
  password: 'quatre mots au hasard 47',
  accepted: true,
  ...more,
});

/** A server where people register, are validated, are suspended; mails are read where they are written. */
export class RegistrationWorld {
  readonly server: TestServer;

  private constructor(server: TestServer) {
    this.server = server;
  }

  static async open(): Promise<RegistrationWorld> {
    return new RegistrationWorld(await startTestServer());
  }

  get db() {
    return this.server.services.database.db;
  }

  ask(who: { cookie: string } | null, method: string, path: string, body?: unknown): Promise<Answer> {
    const cookie = who ? { cookie: who.cookie } : {};
    return ask(this.server, method, path, { ...cookie, ...(body === undefined ? {} : { body }) });
  }

  /** Asks what must be granted, and gives the answer's body. */
  async get<Body>(who: { cookie: string } | null, method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.ask(who, method, path, body);
    if (answer.status >= 400)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }

  /** The mails written to an address, oldest first. */
  mailsTo(email: string): Promise<(typeof mails.$inferSelect)[]> {
    return this.db.select().from(mails).where(eq(mails.recipient, email)).orderBy(asc(mails.createdAt), asc(mails.id));
  }

  register(email: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.ask(null, 'POST', '/api/registration', newRegistration(email, more));
  }

  /** The secret of the last link mailed to an address. */
  async token(email: string): Promise<string> {
    const text = (await this.mailsTo(email)).at(-1)?.text ?? '';
    const token = /\/inscription\/confirmation#([\w-]+)/.exec(text)?.[1];
    if (!token) throw new Error(`no link was mailed to ${email}`);
    return token;
  }

  confirm(token: string): Promise<Answer> {
    const { password } = newRegistration('');
    return this.ask(null, 'POST', '/api/registration/confirmation', { token, password });
  }

  /** An account, verified unless `trialEndsAt` says otherwise, signed in in a session whose person has just proved to be there. */
  async somebody(email: string, more: MoreOfAccount & { givenName?: string } = {}): Promise<Somebody> {
    const { givenName = 'Claire', ...rest } = more;
    const who = { email, title: 'Mme', givenName, familyName: 'Bonnet', specialty: 'Secrétariat' } as const;
    const accountId = await this.server.services.database.transaction((tx) => createAccount(tx, { ...who, ...rest }));
    return { accountId, email, cookie: await this.session(accountId) };
  }

  /** A new session of an account, as its passkey opens one. */
  async session(accountId: string, means: SessionMeans = 'passkey'): Promise<string> {
    const { database, sessions } = this.server.services;
    const { cookie } = await database.transaction((tx) =>
      sessions.open(tx, { accountId, means, device: 'test', replaces: null }),
    );
    return cookie.split(';', 1)[0] as string;
  }

  async demonstration(key: DemonstrationKey): Promise<Somebody> {
    const { cookie, me } = await signIn(this.server, key);
    return { cookie, accountId: me.accountId, email: me.email ?? '' };
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** So many days from now. */
export const inDays = (days: number): Date => new Date(Date.now() + days * 24 * 3_600_000);
