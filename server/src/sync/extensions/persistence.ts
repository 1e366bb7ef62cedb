import { type Document, type Extension, isTransactionOrigin } from '@hocuspocus/server';
import { defineRoots } from '@concertation/shared/documents';
import { parseDocumentName, type DocumentName } from '@concertation/shared/domain';
import type { Database } from '../../database/index.ts';
import { applyStored, headOf, type Journal, readDocument, readStored } from '../../documents/index.ts';
import type { Logger } from '../../lib/index.ts';
import { OpenDocument } from '../channels/open-document.ts';
import type { OpenDocuments } from '../channels/open-documents.ts';
import type { SyncContext } from '../channels/sync-context.ts';
import type { Folder } from '../records/folder.ts';
import type { Outlines } from '../records/outlines.ts';
import { refusal } from './authenticate.ts';

export type PersistenceOptions = {
  database: Database;
  journal: Journal;
  documents: OpenDocuments;
  folder: Folder;
  outlines: Pick<Outlines, 'changed' | 'leaving'>;
  log: Logger;
};

/** Applied from storage: journaled already. */
const stored = { source: 'local', skipStoreHooks: true } as const;

/**
 * A document's way into memory and out of it: snapshot and journal rows in, then every update of the document to the
 * journal, as it happens; out only when all of it is durable. Rules SYNC-2, SYNC-8, SYNC-9, SYNC-17.
 */
export function persistence({ database, journal, documents, folder, outlines, log }: PersistenceOptions) {
  async function load(name: DocumentName, document: Document): Promise<void> {
    const parsed = parseDocumentName(name);
    if (!parsed) throw new Error('not a document name');
    const [content, row] = await Promise.all([readStored(database.db, name), readDocument(database.db, name)]);
    const head = headOf(content);
    // Every document starts with its seed: one without rows is a failure, and serving it would blank what people see.
    if (row === null || head.position === 0) throw new Error('a document without rows');
    const { quarantined } = applyStored(document, content, stored);
    if (quarantined.length > 0)
      log.error({ document: name, positions: quarantined }, 'journal rows cannot be applied, left out');
    defineRoots(document, parsed.kind);
    journal.track(name, head);
    const tailBytes = content.tail.reduce((sum, { update }) => sum + update.byteLength, 0);
    documents.add(
      new OpenDocument({
        name,
        kind: parsed.kind,
        document,
        sealed: row.sealed,
        bytes: (content.snapshot?.state.byteLength ?? 0) + tailBytes,
        tail: { rows: content.tail.length, bytes: tailBytes },
      }),
    );
  }

  /** Runs inside the transaction that changed the document: before its broadcast, and before its acknowledgement. */
  function record(open: OpenDocument, origin: unknown, update: Uint8Array): void {
    const context: SyncContext = !isTransactionOrigin(origin)
      ? {}
      : origin.source === 'connection'
        ? origin.connection.context
        : origin.source === 'local'
          ? origin.context
          : {};
    const { channel, author } = context;
    if (channel) channel.updates += 1;
    journal.append({
      document: open.name,
      accountId: channel?.socket.principal.accountId ?? author?.accountId ?? null,
      connectionId: channel?.id ?? null,
      update,
    });
    open.bytes += update.byteLength;
    open.tail.rows += 1;
    open.tail.bytes += update.byteLength;
    folder.grown(open);
    outlines.changed(open);
  }

  return {
    async onLoadDocument({ document, documentName }) {
      try {
        await load(documentName as DocumentName, document);
      } catch (error) {
        log.error({ err: error, document: documentName }, 'document could not be loaded');
        document.destroy();
        throw refusal('storage_unavailable');
      }
    },
    async afterLoadDocument({ document, documentName }) {
      const open = documents.get(documentName) as OpenDocument;
      document.onUpdate((_document, origin, update) => record(open, origin, update));
    },
    async beforeUnloadDocument({ documentName }) {
      await journal.flushed(documentName);
      const open = documents.get(documentName);
      if (!open) return;
      await folder.leaving(open);
      await outlines.leaving(open);
    },
    async afterUnloadDocument({ documentName }) {
      documents.remove(documentName);
      if (!documents.get(documentName)) journal.forget(documentName);
    },
  } satisfies Extension<SyncContext>;
}
