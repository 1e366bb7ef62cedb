import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import { accounts, sessions } from '@concertation/schema';
import { displayName, type SessionMeans, type Standing, standingOf } from '@concertation/shared/domain';
import type { Executor } from '../../database/index.ts';

/** What a session row says beside whose it is and until when. Dates are the row's own. */
export type SessionAttributes = {
  publicId: string;
  passkeyId: string | null;
  means: SessionMeans;
  provedAt: Date | null;
  shared: boolean;
  lockedAt: Date | null;
  deviceId: string | null;
  providerToken: string | null;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  endsAt: Date;
};
type UserAttributes = { name: string; specialty: string; guestOf: string | null; standing: Standing };

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    UserId: string;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

export type SessionSettings = {
  production: boolean;
  demonstration: boolean;
  idleMinutes: number;
  sharedIdleMinutes: number;
};

type Row = typeof sessions.$inferSelect;
const toSession = ({ id, accountId, expiresAt, means, ...attributes }: Row): DatabaseSession => ({
  id,
  userId: accountId,
  expiresAt,
  attributes: { ...attributes, means: means as SessionMeans },
});

/** Before both of its ends. A row past one of them is no session any more, swept or not. */
export const isOpen = () => and(gt(sessions.expiresAt, new Date()), gt(sessions.endsAt, new Date()));

/** A session's idle end never goes past its absolute one. */
export const beforeItsEnd = (date: Date) => sql`least(${date.toISOString()}::timestamptz, ${sessions.endsAt})`;

/** Lucia never deletes: an end must be told and recorded, which Sessions does. */
const leaveToSessions = async (): Promise<void> => undefined;

/** Where lucia keeps sessions. It is handed hashes of tokens as ids, so that a token is never written down. */
function adapter(executor: Executor, { demonstration }: SessionSettings): Adapter {
  return {
    async getSessionAndUser(id) {
      const [row] = await executor
        .select()
        .from(sessions)
        .innerJoin(accounts, eq(accounts.id, sessions.accountId))
        .where(
          and(
            eq(sessions.id, id),
            isOpen(),
            isNull(accounts.suspendedAt),
            isNull(accounts.erasedAt),
            demonstration ? undefined : isNull(accounts.demonstrationKey),
          ),
        );
      if (!row) return [null, null];
      const { id: userId, specialty, guestOf } = row.accounts;
      const standing = guestOf ? 'verified' : standingOf(row.accounts, new Date());
      const attributes = { name: displayName(row.accounts), specialty, guestOf, standing };
      return [toSession(row.sessions), { id: userId, attributes }];
    },
    async getUserSessions(accountId) {
      const rows = await executor
        .select()
        .from(sessions)
        .where(and(eq(sessions.accountId, accountId), isOpen()))
        .orderBy(sessions.createdAt);
      return rows.map(toSession);
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await executor.insert(sessions).values({ id, accountId: userId, expiresAt, ...attributes });
    },
    async updateSessionExpiration(id, expiresAt) {
      await executor
        .update(sessions)
        .set({ expiresAt: beforeItsEnd(expiresAt), lastSeenAt: new Date() })
        .where(eq(sessions.id, id));
    },
    deleteSession: leaveToSessions,
    deleteUserSessions: leaveToSessions,
    deleteExpiredSessions: leaveToSessions,
  };
}

/** Lucia on the product's tables, in the caller's transaction when there is one. */
export function luciaOn(executor: Executor, settings: SessionSettings): Lucia<SessionAttributes, UserAttributes> {
  return new Lucia(adapter(executor, settings), {
    sessionExpiresIn: new TimeSpan(settings.idleMinutes, 'm'),
    sessionCookie: {
      name: settings.production ? '__Host-session' : 'session',
      attributes: { secure: settings.production, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
}
