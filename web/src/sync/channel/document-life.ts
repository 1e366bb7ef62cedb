import { HocuspocusProvider } from '@hocuspocus/provider';
import { defineRoots } from '@concertation/shared/documents';
import { type DocumentKind, type DocumentName, parseDocumentName } from '@concertation/shared/domain';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { DraftKeeper } from '../drafts/draft-keeper.ts';
import type { DraftPart, DraftStore } from '../drafts/draft-store.ts';
import { touchedRoots } from '../drafts/touched-roots.ts';
import { Acknowledgements } from './acknowledgements.ts';
import type { SyncSocket } from './socket.ts';

export type LifeEvents = {
  changed: () => void;
  authenticated: (scope: 'writer' | 'reader') => void;
  stateless: (payload: string) => void;
  /** The server closed this channel, or did not open it; the socket lives on. */
  closed: (reason: string) => void;
  /** The server answered that an edit was not accepted. */
  refused: () => void;
};

/**
 * One Y.Doc with its provider, from an empty document to its end. A channel lives one of them, or begins another after
 * the server refused what the first one holds.
 */
export class DocumentLife {
  readonly document = new Y.Doc();
  readonly awareness = new Awareness(this.document);
  readonly ledger = new Acknowledgements();
  readonly keeper: DraftKeeper;
  /** The server's content has been here once. */
  everSynced = false;
  /** Something that an earlier page kept is in the document. */
  adopted = false;
  readonly #name: DocumentName;
  readonly #socket: SyncSocket;
  readonly #provider: HocuspocusProvider;
  readonly #events: LifeEvents;
  readonly #unlisten: () => void;
  #ended = false;

  constructor(
    name: DocumentName,
    {
      account,
      socket,
      store,
      tab,
      events,
    }: { account: string; socket: SyncSocket; store: DraftStore; tab: string; events: LifeEvents },
  ) {
    this.#name = name;
    this.#socket = socket;
    this.#events = events;
    defineRoots(this.document, parseDocumentName(name)?.kind as DocumentKind);
    this.keeper = new DraftKeeper({ store, account, name, tab, document: this.document, onChange: events.changed });
    this.keeper.hurry(!socket.connected);
    // Before the provider's own listener: an edit is counted before its frame leaves.
    this.document.on('update', this.#edited);
    this.#provider = new HocuspocusProvider({
      name,
      document: this.document,
      awareness: this.awareness,
      websocketProvider: socket.socket,
      token: 'session',
    });
    this.#provider.on('authenticated', ({ scope }: { scope: string }) =>
      events.authenticated(scope === 'readonly' ? 'reader' : 'writer'),
    );
    this.#provider.on('authenticationFailed', ({ reason }: { reason: string }) => this.#close(reason));
    this.#provider.on('stateless', ({ payload }: { payload: string }) => events.stateless(payload));
    this.#provider.on('synced', () => {
      this.everSynced = true;
      events.changed();
    });
    this.#provider.on('close', ({ event }: { event: { reason: string } }) => {
      if (this.#socket.connected) this.#close(event.reason);
    });
    this.#unlisten = socket.listen({
      status: this.#status,
      frame: (direction, frame) => frame.name === name && this.#frame(direction, frame.kind),
    });
  }

  get synced(): boolean {
    return this.#provider.synced;
  }

  get pending(): boolean {
    return this.ledger.pending;
  }

  /** Takes back what this account left here, then opens the channel. Resolves with what the server once refused. */
  async begin(): Promise<DraftPart[]> {
    let refused: DraftPart[] = [];
    try {
      ({ refused } = await this.keeper.adopt(this.keeper));
      this.adopted = this.keeper.roots.size > 0;
    } catch {
      // A browser that refuses storage has kept nothing: the document opens without.
    }
    this.attach();
    return refused;
  }

  attach(): void {
    if (this.#ended) return;
    this.#provider.attach();
    this.#events.changed();
  }

  /** Asks the server what it lacks, and sends it: after a refusal, what followed it built on nothing. */
  resend(): void {
    if (!this.#ended && this.#socket.connected) this.#provider.forceSync();
  }

  /**
   * Leaves a channel that the server has closed. Without a word to it: a Close frame sent now would be kept for the
   * next opening and close that one, and a provider left attached goes on sending until the whole socket is cut.
   */
  silence(): void {
    this.#socket.socket.configuration.providerMap.delete(this.#name);
    this.#provider.detach();
    this.ledger.disconnected();
  }

  /** Ends it; the document stays readable for who still holds it. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#unlisten();
    this.document.off('update', this.#edited);
    this.keeper.flush();
    this.#provider.destroy();
  }

  #edited = (update: Uint8Array, origin: unknown, _document: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === this.#provider) return;
    this.ledger.edited();
    if (origin !== this.keeper) this.keeper.record(update, touchedRoots(transaction));
    this.#events.changed();
  };

  #status = (): void => {
    if (!this.#socket.connected) this.ledger.disconnected();
    this.keeper.hurry(!this.#socket.connected);
    this.#events.changed();
  };

  #frame(direction: 'sent' | 'received', kind: string): void {
    if (direction === 'sent') {
      if (kind === 'handshake') this.ledger.handshake();
      else if (kind === 'update') this.ledger.sent();
      return;
    }
    if (kind !== 'acknowledged' && kind !== 'refused') return;
    const before = this.ledger.pending;
    this.ledger.answered(kind === 'acknowledged');
    if (kind === 'refused' && this.ledger.pending) this.#events.refused();
    if (before && !this.ledger.pending) this.keeper.acknowledged();
    if (before !== this.ledger.pending) this.#events.changed();
  }

  #close(reason: string): void {
    if (this.#ended) return;
    this.silence();
    this.#events.closed(reason);
  }
}
