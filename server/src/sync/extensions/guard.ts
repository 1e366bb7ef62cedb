import type { Connection } from '@hocuspocus/server';
import { encodeStateAsUpdate } from 'yjs';
import type { ErrorCode } from '@concertation/shared/contracts';
import type { Journal } from '../../documents/index.ts';
import type { Channel } from '../channels/channel.ts';
import { type Inspection, inspectUpdate } from '../channels/inspect-update.ts';
import type { OpenDocument } from '../channels/open-document.ts';
import type { OpenDocuments } from '../channels/open-documents.ts';

export type GuardOptions = {
  documents: OpenDocuments;
  journal: Pick<Journal, 'state'>;
  limits: { messageBytes: number; documentBytes: number };
  /** Called for a refusal that was told, for the audit. */
  refused: (channel: Channel, code: ErrorCode) => void;
};

/** Kinds of Yjs synchronisation message (y-protocols/sync): a question, its answer, and news. */
const syncKinds = { question: 0, answer: 1 } as const;
/** The answer of somebody who knows nothing more: no struct, no deletion. */
const emptyUpdateBytes = 2;

export type Guard = (connection: Connection, channel: Channel | undefined, kind: number, update: Uint8Array) => void;

/**
 * Decides each incoming update before it is applied, synchronously (rule SYNC-10). Hocuspocus asks `readOnly` right
 * after: it then applies nothing and answers « not saved ». So `readOnly` is set here for this one message, whoever
 * sends it; the channel's role is ours.
 */
export function createGuard({ documents, journal, limits, refused }: GuardOptions): Guard {
  const outgrows = (open: OpenDocument, update: Uint8Array): boolean => {
    if (open.bytes + update.byteLength <= limits.documentBytes) return false;
    // Updates add up to more than the state they make: measured only when it matters.
    open.bytes = encodeStateAsUpdate(open.document).byteLength;
    return open.bytes + update.byteLength > limits.documentBytes;
  };

  const refuse = (channel: Channel, code: ErrorCode): false => {
    if (channel.tellSparingly(code, { type: 'refused', code })) refused(channel, code);
    return false;
  };

  /** An update that no honest client sends: its channel is closed, the others never hear of it. */
  const expel = (channel: Channel): false => {
    refuse(channel, 'update_refused');
    channel.close('update_refused');
    return false;
  };

  const isForged = (open: OpenDocument, channel: Channel, { roots, writers }: Inspection): boolean => {
    for (const root of roots) if (!open.roots.has(root)) return true;
    return writers.some((client) => {
      const owner = open.owners.get(client);
      return owner?.settled === true && owner.accountId !== channel.socket.principal.accountId;
    });
  };

  /** What it builds on is missing: it comes with the answer of synchronisation, or follows an update that was refused. */
  const putOff = (connection: Connection, channel: Channel, kind: number): false => {
    if (channel.answered || kind === syncKinds.answer) channel.catchUp(journal.state);
    else channel.putOff(connection);
    return false;
  };

  const accept = (
    open: OpenDocument,
    connection: Connection,
    channel: Channel,
    kind: number,
    update: Uint8Array,
  ): boolean => {
    if (channel.closedBecause || channel.role === 'reader') return false;
    if (documents.isSealed(open)) {
      channel.behind = true;
      return false;
    }
    if (update.byteLength === emptyUpdateBytes) return true;
    if (update.byteLength > limits.messageBytes) return refuse(channel, 'too_large');
    if (journal.state === 'full') return refuse(channel, 'storage_unavailable');
    let inspection: Inspection;
    try {
      inspection = inspectUpdate(open.document, update);
    } catch {
      return expel(channel);
    }
    if (isForged(open, channel, inspection)) return expel(channel);
    if (!inspection.complete) return putOff(connection, channel, kind);
    // Deleting always may: it is how a full document gets room again.
    if (inspection.writers.length > 0 && outgrows(open, update)) return refuse(channel, 'document_full');
    channel.socket.used();
    return true;
  };

  return (connection, channel, kind, update) => {
    if (kind === syncKinds.question) {
      if (channel) channel.answered = false;
      return;
    }
    const open = documents.get(connection.document.name);
    if (!channel || !open || open.document !== connection.document) {
      // It left memory just as this connection came: nothing would be saved. The client comes back to the new one.
      connection.readOnly = true;
      channel?.socket.end('server_stopping');
      return;
    }
    connection.readOnly = !accept(open, connection, channel, kind, update);
    if (kind === syncKinds.answer && !connection.readOnly) {
      channel.answered = true;
      settleClients(open, channel);
    }
  };
}

/** It has said all it knew: from now on nobody else can bring news of it that the server has not. */
function settleClients(open: OpenDocument, channel: Channel): void {
  for (const client of channel.clients) {
    const owner = open.owners.get(client);
    if (owner) owner.settled = true;
  }
}
