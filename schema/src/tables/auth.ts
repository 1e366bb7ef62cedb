import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { bytes, instant } from '../columns.ts';

/** A person who can sign in; a guest, only by the link of one meeting. Owner: server/auth. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    /** Null for a guest, whom nobody finds by it. */
    email: text('email').unique(),
    title: text('title').notNull(),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    specialty: text('specialty').notNull(),
    /** Set only for the demonstration's accounts, which no production server signs in. */
    demonstrationKey: text('demonstration_key').unique(),
    /** The one meeting that a guest's sessions open; null for everybody else. Source: CM-08. */
    guestOf: uuid('guest_of'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [check('accounts_guest_has_no_address', sql`(${table.email} is null) = (${table.guestOf} is not null)`)],
);

/** A WebAuthn credential. Owner: server/auth/passkeys. */
export const passkeys = pgTable(
  'passkeys',
  {
    /** Credential id, base64url. */
    id: text('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name').notNull(),
    publicKey: bytes('public_key').notNull(),
    counter: integer('counter').notNull(),
    transports: text('transports').array().notNull(),
    synced: boolean('synced').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('passkeys_account').on(table.accountId)],
);

/** A WebAuthn challenge, kept by the server, deleted by its first use. Owner: server/auth/passkeys. */
export const passkeyChallenges = pgTable('passkey_challenges', {
  id: uuid('id').primaryKey(),
  challenge: text('challenge').notNull(),
  /** sign_up, sign_in or add: an answer to one ceremony is refused in another. */
  purpose: text('purpose').notNull(),
  accountId: uuid('account_id'),
  /** For a sign-up: the account to create, as validated JSON. */
  draft: text('draft'),
  expiresAt: instant('expires_at').notNull(),
});

/** A signed-in browser. The id is the SHA-256 of the cookie's token: reading this table signs nobody in. Owner: server/auth/sessions. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    /** The name of the session in lists and logs, which opens nothing. */
    publicId: uuid('public_id').notNull().unique(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    passkeyId: text('passkey_id'),
    device: text('device').notNull(),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** Idle end: moves with use. */
    expiresAt: instant('expires_at').notNull(),
    /** Absolute end: never moves. */
    endsAt: instant('ends_at').notNull(),
  },
  (table) => [
    index('sessions_account').on(table.accountId),
    check('sessions_id_is_a_hash', sql`${table.id} ~ '^[0-9a-f]{64}$'`),
  ],
);
