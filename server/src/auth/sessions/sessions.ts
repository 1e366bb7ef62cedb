import { and, eq, inArray, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { sessions } from '@concertation/schema';
import type { OpenSession } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Configuration } from '../../config/index.ts';
import { notify, type Database, type Transaction } from '../../database/index.ts';
import type { SessionMeans, Standing } from '@concertation/shared/domain';
import { AppError, newId } from '../../lib/index.ts';
import { trialEndOf } from '../accounts/account-facts.ts';
import { isOpen, luciaOn, type SessionSettings } from './lucia.ts';
import { readCookie } from './read-cookie.ts';
import { hashSessionToken, newSessionToken } from './session-token.ts';

/** A session in use is written at most this often. */
const touchEveryMs = 60_000;

/** The browser that signs in. */
export type Visitor = {
  /** In words, from `describeDevice`. */
  device: string;
  /** Public id of the session that it leaves by signing in again, which ends (rule AUT-6). */
  replaces: string | null;
  /** « Poste partagé »: short when idle, and nothing is remembered. */
  shared?: boolean;
  /** The Cookie header, where the browser may be known from. */
  cookieHeader?: string | undefined;
  /** The network address, under which failed tries are counted too. */
  address?: string;
};

/** A session that is open, whatever it may do. */
export type Visit = {
  principal: Principal;
  standing: Standing;
  /** The last time that its person proved to be there. */
  provedAt: Date | null;
  means: SessionMeans;
  locked: boolean;
  shared: boolean;
  /** The remembered browser it runs in; null on a shared computer. */
  deviceId: string | null;
};

export type NewSession = Visitor & {
  accountId: string;
  means: SessionMeans;
  /** The passkey that opened it: revoking the passkey ends the session. */
  passkeyId?: string;
  /** Ends at this instant at the latest: a guest's, with the meeting. A trial's ends with the trial, whatever is said here. */
  until?: Date;
  /** The remembered browser it runs in. */
  deviceId?: string | null;
  /** Given back to Pro Santé Connect at sign-out. */
  providerToken?: string | null;
  /** When its person proved to be there, where it was before now; null where that is not known. */
  provedAt?: Date | null;
};

/** Sessions that nobody's proof opened. */
const unproved: readonly SessionMeans[] = ['guest_link'];

type EndedSession = { publicId: string; accountId: string };

/** Signed-in browsers: opened, recognised by their cookie, ended. Each end is recorded and told to every process. */
export class Sessions {
  readonly #database: Database;
  readonly #audit: Audit;
  readonly #settings: SessionSettings;
  readonly #absoluteMs: number;
  readonly #lucia: ReturnType<typeof luciaOn>;

  constructor(needs: {
    database: Database;
    audit: Audit;
    configuration: Pick<Configuration, 'production' | 'demonstration' | 'session'>;
  }) {
    const { production, demonstration, session } = needs.configuration;
    this.#database = needs.database;
    this.#audit = needs.audit;
    const { idleMinutes, sharedIdleMinutes } = session;
    this.#settings = { production, demonstration, idleMinutes, sharedIdleMinutes };
    this.#absoluteMs = session.absoluteHours * 3_600_000;
    this.#lucia = luciaOn(needs.database.db, this.#settings);
  }

  /** Who may use the product by this cookie; null for a locked screen, and for whose trial is over. */
  async principalOf(cookieHeader: string | undefined): Promise<Principal | null> {
    const visit = await this.visitOf(cookieHeader);
    return visit && !visit.locked && visit.standing !== 'closed' ? visit.principal : null;
  }

  /** The open session behind a cookie, if there is one. Counts as use of it, unless its screen is locked. */
  async visitOf(cookieHeader: string | undefined): Promise<Visit | null> {
    const token = readCookie(cookieHeader, this.#lucia.sessionCookieName);
    if (!token) return null;
    const { session, user } = await this.#lucia.validateSession(hashSessionToken(token));
    if (!session) return null;
    const { publicId, provedAt, means, shared, lockedAt, deviceId } = session;
    const locked = lockedAt !== null;
    if (!locked && Date.now() - session.lastSeenAt.getTime() > touchEveryMs) await this.touch(publicId);
    const { id: accountId, name, specialty, guestOf, standing } = user;
    const principal = { accountId, sessionId: publicId, name, specialty, guestOf };
    return { principal, standing, provedAt, means, locked, shared, deviceId };
  }

  /** Milliseconds without use after which a session of this kind ends. */
  idleMs(shared: boolean): number {
    return (shared ? this.#settings.sharedIdleMinutes : this.#settings.idleMinutes) * 60_000;
  }

  /** Its person proved again to be there: for ten minutes, what engages is answered. A locked screen stays so (AUT-31). */
  async noteProof(tx: Transaction, publicId: string): Promise<void> {
    await tx
      .update(sessions)
      .set({ provedAt: new Date() })
      .where(and(eq(sessions.publicId, publicId), isOpen()));
  }

  /** Locks the screen of a session, whose channels then close, or opens it again; a session that ended stays ended. */
  async setLocked(tx: Transaction, publicId: string, locked: boolean): Promise<void> {
    await tx
      .update(sessions)
      .set({ lockedAt: locked ? new Date() : null })
      .where(and(eq(sessions.publicId, publicId), isOpen()));
    if (locked) await notify(tx, 'session_locked', publicId);
  }

  /** Which of these sessions are still open, and whether their screen is locked: one question for every channel of a process. */
  async openAmong(publicIds: readonly string[]): Promise<Map<string, { locked: boolean }>> {
    if (publicIds.length === 0) return new Map();
    const rows = await this.#database.db
      .select({ publicId: sessions.publicId, lockedAt: sessions.lockedAt })
      .from(sessions)
      .where(and(inArray(sessions.publicId, [...publicIds]), isOpen()));
    return new Map(rows.map(({ publicId, lockedAt }) => [publicId, { locked: lockedAt !== null }]));
  }

  /** Puts off a session's idle end, for use that makes no request, as typing in a document. Writes at most once a minute. */
  async touch(publicId: string): Promise<void> {
    const now = Date.now();
    await this.#database.db
      .update(sessions)
      .set({ lastSeenAt: new Date(now), expiresAt: this.#nextIdleEnd(new Date(now)) })
      .where(and(eq(sessions.publicId, publicId), lt(sessions.lastSeenAt, new Date(now - touchEveryMs)), isOpen()));
  }

  /** Opens a session in the caller's transaction, with its audit row: call it last. `cookie` is a Set-Cookie value. */
  async open(
    tx: Transaction,
    { accountId, means, passkeyId, device, replaces, until, shared = false, deviceId, ...more }: NewSession,
  ): Promise<{ cookie: string }> {
    const token = newSessionToken();
    const now = new Date();
    const ends = [until, await trialEndOf(tx, accountId)].map((end) => end?.getTime() ?? Infinity);
    const attributes = {
      publicId: newId(),
      passkeyId: passkeyId ?? null,
      means,
      provedAt: unproved.includes(means) ? null : more.provedAt === undefined ? now : more.provedAt,
      shared,
      lockedAt: null,
      deviceId: deviceId ?? null,
      providerToken: more.providerToken ?? null,
      device,
      createdAt: now,
      lastSeenAt: now,
      endsAt: new Date(Math.min(now.getTime() + this.#absoluteMs, ...ends)),
    };
    const left = replaces ? await tx.delete(sessions).where(eq(sessions.publicId, replaces)).returning() : [];
    await luciaOn(tx, this.#settings).createSession(accountId, attributes, { sessionId: hashSessionToken(token) });
    await this.#tellEnded(tx, left, { accountId, sessionId: attributes.publicId });
    await this.#audit.record(tx, 'session.opened', { accountId, sessionId: attributes.publicId }, { means, device });

    const cookie = this.#lucia.createSessionCookie(token);
    // A shared computer forgets it when its browser is closed.
    if (shared) delete cookie.attributes.maxAge;
    else cookie.attributes.maxAge = this.#absoluteMs / 1000;
    return { cookie: cookie.serialize() };
  }

  /** The Set-Cookie value that makes a browser forget its session. */
  blankCookie(): string {
    return this.#lucia.createBlankSessionCookie().serialize();
  }

  /** The open sessions of who asks, oldest first. */
  async list(principal: Principal): Promise<OpenSession[]> {
    const open = await this.#lucia.getUserSessions(principal.accountId);
    return open.map(({ publicId, createdAt, lastSeenAt, device, means }) => ({
      id: publicId,
      means,
      current: publicId === principal.sessionId,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      device,
    }));
  }

  /** Ends one session of who asks, and gives what Pro Santé Connect opened it with. Throws `not_found` when it is not open or not theirs. */
  async end(
    tx: Transaction,
    principal: Pick<Principal, 'accountId' | 'sessionId'>,
    publicId: string,
  ): Promise<{ providerToken: string | null }> {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.publicId, publicId), eq(sessions.accountId, principal.accountId), isOpen()))
      .returning();
    const [session] = ended;
    if (!session) throw new AppError('not_found');
    await this.#tellEnded(tx, ended, principal);
    return { providerToken: session.providerToken };
  }

  /** Ends every session that a passkey opened, because the passkey is revoked. */
  async endOpenedBy(
    tx: Transaction,
    principal: Pick<Principal, 'accountId' | 'sessionId'>,
    passkeyId: string,
  ): Promise<void> {
    await this.#endWhere(tx, principal, eq(sessions.passkeyId, passkeyId));
  }

  /**
   * Ends every session that was opened by these means, because the account is opened by them no longer; the one in which
   * it is asked goes on, to its own end: its person has just proved to be there.
   */
  async endOpenedByMeans(
    tx: Transaction,
    principal: Pick<Principal, 'accountId' | 'sessionId'>,
    means: readonly SessionMeans[],
  ): Promise<void> {
    const others = ne(sessions.publicId, principal.sessionId);
    await this.#endWhere(tx, principal, and(inArray(sessions.means, [...means]), others));
  }

  /** Ends every session that runs in a remembered browser, because it is forgotten. */
  async endOnDevice(
    tx: Transaction,
    principal: Pick<Principal, 'accountId' | 'sessionId'>,
    deviceId: string,
  ): Promise<void> {
    await this.#endWhere(tx, principal, eq(sessions.deviceId, deviceId));
  }

  /** Ends every session of an account, but one: a guest whose link is withdrawn, a password that changed, a suspension. */
  async endAllOf(
    tx: Transaction,
    accountId: string,
    by: { accountId: string; sessionId: string } | null,
    except?: string,
  ): Promise<void> {
    const others = except === undefined ? undefined : ne(sessions.publicId, except);
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.accountId, accountId), others))
      .returning();
    await this.#tellEnded(tx, ended, by);
  }

  /** Removes the sessions past one of their two ends, and tells. */
  async sweep(): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const now = new Date();
      const ended = await tx
        .delete(sessions)
        .where(or(lte(sessions.expiresAt, now), lte(sessions.endsAt, now)))
        .returning();
      await this.#tellEnded(tx, ended, null);
    });
  }

  async #endWhere(
    tx: Transaction,
    principal: Pick<Principal, 'accountId' | 'sessionId'>,
    which: SQL | undefined,
  ): Promise<void> {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.accountId, principal.accountId), which))
      .returning();
    await this.#tellEnded(tx, ended, principal);
  }

  #nextIdleEnd(now: Date) {
    const [own, shared] = [this.idleMs(false), this.idleMs(true)].map((ms) =>
      new Date(now.getTime() + ms).toISOString(),
    );
    return sql`least(case when ${sessions.shared} then ${shared}::timestamptz else ${own}::timestamptz end, ${sessions.endsAt})`;
  }

  async #tellEnded(
    tx: Transaction,
    ended: EndedSession[],
    by: { accountId: string; sessionId: string } | null,
  ): Promise<void> {
    for (const { publicId } of ended) await notify(tx, 'session_ended', publicId);
    for (const { publicId, accountId } of ended)
      await this.#audit.record(tx, 'session.ended', by ?? { accountId, sessionId: publicId }, { ended: publicId });
  }
}
