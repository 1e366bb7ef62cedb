import { bigint, bigserial, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from '../columns.ts';

/** One row per Yjs document: its kind and whether it is sealed. Owner: server/documents. */
export const documents = pgTable('documents', {
  name: text('name').primaryKey(),
  kind: text('kind').notNull(),
  createdAt: instant('created_at').notNull(),
  /** When set, no update enters the journal any more. */
  sealedAt: instant('sealed_at'),
});

/**
 * The journal: every update, once, in order, with its author. `position` counts within the document from 1 without
 * holes; `hash` chains the rows. Rows are never changed. Owner: server/documents/journal. Rules SYNC-1 to SYNC-4.
 */
export const documentUpdates = pgTable(
  'document_updates',
  {
    sequence: bigserial('sequence', { mode: 'number' }).primaryKey(),
    document: text('document').notNull(),
    position: integer('position').notNull(),
    accountId: uuid('account_id'),
    connectionId: uuid('connection_id'),
    receivedAt: instant('received_at').notNull(),
    update: bytes('update').notNull(),
    hash: bytes('hash').notNull(),
  },
  (table) => [uniqueIndex('document_updates_position').on(table.document, table.position)],
);

/** A fold of the journal up to a position, to open quickly. The journal's rows stay. Owner: server/documents/snapshots. */
export const documentSnapshots = pgTable(
  'document_snapshots',
  {
    document: text('document').notNull(),
    throughPosition: integer('through_position').notNull(),
    state: bytes('state').notNull(),
    /** Hash of the journal row at `throughPosition`: the chain goes on from here. */
    hash: bytes('hash').notNull(),
    createdAt: instant('created_at').notNull(),
    updateBytes: bigint('update_bytes', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.document, table.throughPosition] })],
);

/**
 * Which sections and fields of a document hold words, so that a list says what is missing without opening one. Written
 * a moment after an edit; made again from the document at any time. Owner: server/documents/outlines.
 */
export const documentOutlines = pgTable('document_outlines', {
  document: text('document').primaryKey(),
  filled: text('filled').array().notNull(),
  updatedAt: instant('updated_at').notNull(),
});
