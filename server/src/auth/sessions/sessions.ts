import { and, eq, inArray, lt, lte, or } from 'drizzle-orm';
import { sessions } from '@concertation/schema';
import type { OpenSession } from '@concertation/shared/contracts';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Configuration } from '../../config/index.ts';
import { notify, type Database, type Transaction } from '../../database/index.ts';
import { AppError, newId } from '../../lib/index.ts';
import { beforeItsEnd, isOpen, luciaOn, type SessionSettings } from './lucia.ts';
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
};

export type NewSession = Visitor & {
  accountId: string;
  means: 'passkey' | 'demonstration' | 'guest_link';
  /** The passkey that opened it: revoking the passkey ends the session. */
  passkeyId?: string;
  /** Ends at this instant at the latest: a guest's, with the meeting. */
  until?: Date;
};

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
    this.#settings = { production, demonstration, idleMinutes: session.idleMinutes };
    this.#absoluteMs = session.absoluteHours * 3_600_000;
    this.#lucia = luciaOn(needs.database.db, this.#settings);
  }

  /** Who a request comes from; null when there is no open session behind its cookie. Counts as use of the session. */
  async principalOf(cookieHeader: string | undefined): Promise<Principal | null> {
    const token = readCookie(cookieHeader, this.#lucia.sessionCookieName);
    if (!token) return null;
    const { session, user } = await this.#lucia.validateSession(hashSessionToken(token));
    if (!session) return null;
    if (Date.now() - session.lastSeenAt.getTime() > touchEveryMs) await this.touch(session.publicId);
    const { id: accountId, name, specialty, guestOf } = user;
    return { accountId, sessionId: session.publicId, name, specialty, guestOf };
  }

  /** Which of these sessions are still open: one question for every channel of a process. */
  async openAmong(publicIds: readonly string[]): Promise<Set<string>> {
    if (publicIds.length === 0) return new Set();
    const rows = await this.#database.db
      .select({ publicId: sessions.publicId })
      .from(sessions)
      .where(and(inArray(sessions.publicId, [...publicIds]), isOpen()));
    return new Set(rows.map((row) => row.publicId));
  }

  /** Puts off a session's idle end, for use that makes no request, as typing in a document. Writes at most once a minute. */
  async touch(publicId: string): Promise<void> {
    const now = Date.now();
    await this.#database.db
      .update(sessions)
      .set({ lastSeenAt: new Date(now), expiresAt: beforeItsEnd(new Date(now + this.#settings.idleMinutes * 60_000)) })
      .where(and(eq(sessions.publicId, publicId), lt(sessions.lastSeenAt, new Date(now - touchEveryMs)), isOpen()));
  }

  /** Opens a session in the caller's transaction, with its audit row: call it last. `cookie` is a Set-Cookie value. */
  async open(
    tx: Transaction,
    { accountId, means, passkeyId, device, replaces, until }: NewSession,
  ): Promise<{ cookie: string }> {
    const token = newSessionToken();
    const now = new Date();
    const attributes = {
      publicId: newId(),
      passkeyId: passkeyId ?? null,
      device,
      createdAt: now,
      lastSeenAt: now,
      endsAt: new Date(Math.min(now.getTime() + this.#absoluteMs, until?.getTime() ?? Infinity)),
    };
    const left = replaces ? await tx.delete(sessions).where(eq(sessions.publicId, replaces)).returning() : [];
    await luciaOn(tx, this.#settings).createSession(accountId, attributes, { sessionId: hashSessionToken(token) });
    await this.#tellEnded(tx, left, { accountId, sessionId: attributes.publicId });
    await this.#audit.record(tx, 'session.opened', { accountId, sessionId: attributes.publicId }, { means, device });

    const cookie = this.#lucia.createSessionCookie(token);
    cookie.attributes.maxAge = this.#absoluteMs / 1000;
    return { cookie: cookie.serialize() };
  }

  /** The Set-Cookie value that makes a browser forget its session. */
  blankCookie(): string {
    return this.#lucia.createBlankSessionCookie().serialize();
  }

  /** The open sessions of who asks, oldest first. */
  async list(principal: Principal): Promise<OpenSession[]> {
    const open = await this.#lucia.getUserSessions(principal.accountId);
    return open.map(({ publicId, createdAt, lastSeenAt, device }) => ({
      id: publicId,
      current: publicId === principal.sessionId,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      device,
    }));
  }

  /** Ends one session of who asks. Throws `not_found` when it is not open or not theirs. */
  async end(tx: Transaction, principal: Pick<Principal, 'accountId' | 'sessionId'>, publicId: string): Promise<void> {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.publicId, publicId), eq(sessions.accountId, principal.accountId), isOpen()))
      .returning();
    if (ended.length === 0) throw new AppError('not_found');
    await this.#tellEnded(tx, ended, principal);
  }

  /** Ends every session that a passkey opened, because the passkey is revoked. */
  async endOpenedBy(
    tx: Transaction,
    principal: Pick<Principal, 'accountId' | 'sessionId'>,
    passkeyId: string,
  ): Promise<void> {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.passkeyId, passkeyId), eq(sessions.accountId, principal.accountId)))
      .returning();
    await this.#tellEnded(tx, ended, principal);
  }

  /** Ends every session of an account: a guest's, whose link is withdrawn or followed again. */
  async endAllOf(
    tx: Transaction,
    accountId: string,
    by: { accountId: string; sessionId: string } | null,
  ): Promise<void> {
    const ended = await tx.delete(sessions).where(eq(sessions.accountId, accountId)).returning();
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
