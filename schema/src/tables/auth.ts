import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
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
    /** What they practise, in words: « Médecin », « Secrétaire médicale »; empty for who said nothing. */
    profession: text('profession').notNull().default(''),
    /** 11 digits; claimed until `verifiedAt`, then theirs alone. Source: SC-12, domain 3.1. */
    rpps: text('rpps'),
    /** Pro Santé Connect's `SubjectNameID`: the key of the link, never the e-mail. Source: domain 3.4. */
    subjectNameId: text('subject_name_id').unique(),
    /** E.164, for codes by SMS; null where none was given. Source: SC-14. */
    phone: text('phone'),
    /** Where they work, as they wrote it; empty when they did not. Source: PA-16. */
    workplace: text('workplace').notNull().default(''),
    /** The places of the product that they chose; words of `services` in shared/domain. Source: PA-18. */
    services: text('services').array().notNull().default(['patients', 'colleagues', 'opinions', 'staff', 'cohorts']),
    /** Who sees their address: nobody, colleagues or everybody. Source: PA-19. */
    addressReaders: text('address_readers').notNull().default('colleagues'),
    /** When a trial ends; null for whom it does not concern. Source: SC-22. */
    trialEndsAt: instant('trial_ends_at'),
    /** When somebody, or Pro Santé Connect, checked who they are; null until then. Source: SC-23, SC-24. */
    verifiedAt: instant('verified_at'),
    verifiedBy: uuid('verified_by'),
    suspendedAt: instant('suspended_at'),
    suspendedBy: uuid('suspended_by'),
    suspensionReason: text('suspension_reason'),
    /** When what the law does not keep was erased, at their request. */
    erasedAt: instant('erased_at'),
    /** Set only for the demonstration's accounts, which no production server signs in. */
    demonstrationKey: text('demonstration_key').unique(),
    /** The one meeting that a guest's sessions open; null for everybody else. Source: CM-08. */
    guestOf: uuid('guest_of'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    check(
      'accounts_guest_has_no_address',
      sql`(${table.email} is null) = (${table.guestOf} is not null or ${table.erasedAt} is not null)`,
    ),
    check('accounts_rpps_is_a_number', sql`${table.rpps} ~ '^[0-9]{11}$'`),
    uniqueIndex('accounts_verified_rpps')
      .on(table.rpps)
      .where(sql`${table.verifiedAt} is not null and ${table.erasedAt} is null`),
  ],
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
  /** register, sign_in, add, prove, unlock or recover: an answer to one ceremony is refused in another. */
  purpose: text('purpose').notNull(),
  accountId: uuid('account_id'),
  /** For a registration: whose it is. */
  registrationId: uuid('registration_id'),
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
    /** How it was opened: passkey, password_totp, password_sms, password_email, recovery_code, pro_sante_connect, guest_link or demonstration. */
    means: text('means').notNull(),
    /** The last time that its person proved to be there; null where nothing was ever proved (a guest). */
    provedAt: instant('proved_at'),
    /** On a computer that others use: short idle time, nothing remembered. */
    shared: boolean('shared').notNull(),
    /** Its screen is locked since then: only unlocking it is answered. Source: PA-24. */
    lockedAt: instant('locked_at'),
    /** The known browser that it runs in; null where none is remembered. */
    deviceId: uuid('device_id'),
    /** Given back to Pro Santé Connect at sign-out (`id_token_hint`). */
    providerToken: text('provider_token'),
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

/** The password of an account, which may have none. Owner: server/auth/passwords. */
export const passwords = pgTable('passwords', {
  accountId: uuid('account_id')
    .primaryKey()
    .references(() => accounts.id),
  /** Argon2id, with its parameters and salt (PHC string). */
  hash: text('hash').notNull(),
  changedAt: instant('changed_at').notNull(),
  /** When it was last set by a link in a mail: until something else than the mailbox came with it, that mailbox does not receive the code too. */
  resetAt: instant('reset_at'),
});

/** An application that makes codes (TOTP, RFC 6238). Owner: server/auth/codes. */
export const codeApplications = pgTable('code_applications', {
  accountId: uuid('account_id')
    .primaryKey()
    .references(() => accounts.id),
  /** Sealed with the installation's account key. */
  secret: bytes('secret').notNull(),
  /** Null until a first code proved that it is installed. */
  confirmedAt: instant('confirmed_at'),
  /** The last step accepted: a code serves once. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull(),
  createdAt: instant('created_at').notNull(),
});

/** A sign-in whose password was right and whose code is awaited. Owner: server/auth/codes. Source: SC-19, SC-20. */
export const pendingSignIns = pgTable(
  'pending_sign_ins',
  {
    /** SHA-256 of the secret that the browser holds meanwhile, hexadecimal. */
    id: text('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** HMAC of the code sent; null while none was sent (an application makes it). */
    codeHash: text('code_hash'),
    /** totp, sms or email. */
    channel: text('channel').notNull(),
    /** A new code may be asked for by e-mail. */
    emailAllowed: boolean('email_allowed').notNull(),
    shared: boolean('shared').notNull(),
    sentAt: instant('sent_at').notNull(),
    attempts: integer('attempts').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('pending_sign_ins_account').on(table.accountId)],
);

/**
 * Failed proofs, by what they are counted under: an account from unknown browsers, one of its known browsers, or a
 * network address. Owner: server/auth/attempts.
 */
export const failedAttempts = pgTable('failed_attempts', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastAt: instant('last_at').notNull(),
  /** Nothing is tried before this instant. */
  nextAt: instant('next_at').notNull(),
});

/** A browser that an account signed in from and that is remembered. Owner: server/auth/devices. */
export const devices = pgTable(
  'devices',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 of the cookie that names the browser, hexadecimal. */
    tokenHash: text('token_hash').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    name: text('name').notNull(),
    /** Argon2id of the four digits that unlock its screen; null where none was chosen. Source: PA-24. */
    pinHash: text('pin_hash'),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
  },
  (table) => [
    uniqueIndex('devices_once').on(table.tokenHash, table.accountId),
    index('devices_account').on(table.accountId),
  ],
);

/** Codes printed once, for whoever lost everything else. Owner: server/auth/recovery. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** HMAC of the code, hexadecimal. */
    codeHash: text('code_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
);

/** A link sent by e-mail to an account's address, that serves once. Owner: server/auth/links. */
export const accountLinks = pgTable(
  'account_links',
  {
    /** SHA-256 of the link's secret, hexadecimal. */
    tokenHash: text('token_hash').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    /** new_password, new_address, recovery or recovery_stop. */
    purpose: text('purpose').notNull(),
    /** The new address, for new_address; the recovery's id, for recovery. */
    about: text('about'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('account_links_account').on(table.accountId)],
);

/**
 * Somebody lost every way in and asks an administrator. Accepted, it opens only after a waiting time, during which the
 * account's owner, told at once, can stop it. Owner: server/auth/recovery.
 */
export const recoveries = pgTable(
  'recoveries',
  {
    id: uuid('id').primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    askedAt: instant('asked_at').notNull(),
    /** asked, accepted, refused, stopped or used. */
    state: text('state').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    /** From when its link works. */
    opensAt: instant('opens_at'),
  },
  (table) => [index('recoveries_account').on(table.accountId)],
);

/** A visit to Pro Santé Connect that has begun and is not over: it comes back once. Owner: server/auth/pro-sante-connect. */
export const providerVisits = pgTable('provider_visits', {
  /** SHA-256 of the `state`, hexadecimal. */
  id: text('id').primaryKey(),
  /** SHA-256 of the secret in the browser's cookie: only the browser that left may come back. */
  browserHash: text('browser_hash').notNull(),
  nonce: text('nonce').notNull(),
  codeVerifier: text('code_verifier').notNull(),
  /** sign_in or link. */
  purpose: text('purpose').notNull(),
  /** Who links their account. */
  accountId: uuid('account_id'),
  shared: boolean('shared').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

/**
 * Whom Pro Santé Connect has just named in one browser, and whom no account is linked to yet. It gives no right: its
 * bearer still has to prove the account that is theirs. Owner: server/auth/pro-sante-connect.
 */
export const provenIdentities = pgTable('proven_identities', {
  /** SHA-256 of the secret in the browser's cookie, hexadecimal. */
  id: text('id').primaryKey(),
  subjectNameId: text('subject_name_id').notNull(),
  rpps: text('rpps'),
  givenName: text('given_name').notNull(),
  familyName: text('family_name').notNull(),
  /** The account that asked: no other may be linked to it. */
  accountId: uuid('account_id').notNull(),
  expiresAt: instant('expires_at').notNull(),
});
