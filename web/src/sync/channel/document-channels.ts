import { type DocumentName, parseDocumentName } from '@concertation/shared/domain';
import { type ChannelNeeds, DocumentChannel } from './document-channel.ts';

type Entry = { channel: DocumentChannel; holders: number; timer: ReturnType<typeof setTimeout> | undefined };

/** A screen that unmounts and mounts again (StrictMode, a change of tab) finds the same channel. */
const lingering = 1500;
/** A document opened only to send what waits is open this long, then as long as something still waits. */
const sendingTime = 5000;

/** The open documents of one account: one channel each, however many screens hold it. */
export class DocumentChannels {
  readonly #needs: ChannelNeeds;
  #disposed = false;
  readonly #entries = new Map<DocumentName, Entry>();

  constructor(needs: ChannelNeeds) {
    this.#needs = needs;
    addEventListener('beforeunload', this.#beforeUnload);
    addEventListener('pagehide', this.#flush);
    document.addEventListener('visibilitychange', this.#flush);
  }

  /** The channel of a document; nothing is opened until it is held. One that nobody holds for long is not found again. */
  find(name: DocumentName): DocumentChannel {
    return this.#entry(name).channel;
  }

  /** Holds the channel of a document open; returns the way to let go. */
  hold(name: DocumentName): () => void {
    // By name, and found now: a busy computer may let a long time pass between a screen's drawing and its first effects.
    const held = this.#entry(name);
    clearTimeout(held.timer);
    held.holders += 1;
    this.#needs.socket.connect();
    held.channel.begin();
    return () => {
      held.holders -= 1;
      if (held.holders === 0) this.#linger(name, held);
    };
  }

  #entry(name: DocumentName): Entry {
    const found = this.#entries.get(name);
    if (found) return found;
    const entry: Entry = { channel: new DocumentChannel(name, this.#needs), holders: 0, timer: undefined };
    this.#entries.set(name, entry);
    this.#linger(name, entry);
    return entry;
  }

  /**
   * Sends what earlier pages of this account kept and could not send, of the documents that nobody opens now. Not of
   * meetings: whoever opens one is recorded as having come.
   */
  async sendWaiting(): Promise<void> {
    const { store, account } = this.#needs;
    const names = await store.waiting(account.accountId).catch(() => []);
    for (const name of names) {
      const kind = parseDocumentName(name)?.kind;
      if (this.#disposed || !kind || kind === 'meeting' || this.#entries.has(name as DocumentName)) continue;
      setTimeout(this.hold(name as DocumentName), sendingTime);
    }
  }

  dispose(): void {
    this.#disposed = true;

    removeEventListener('beforeunload', this.#beforeUnload);
    removeEventListener('pagehide', this.#flush);
    document.removeEventListener('visibilitychange', this.#flush);
    for (const { channel, timer } of this.#entries.values()) {
      clearTimeout(timer);
      channel.end();
    }
    this.#entries.clear();
  }

  /** Closes a channel that nobody holds, once what was typed in it is safe. */
  #linger(name: DocumentName, entry: Entry): void {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      if (entry.holders > 0 || this.#entries.get(name) !== entry) return;
      if (entry.channel.pending) return this.#linger(name, entry);
      this.#entries.delete(name);
      entry.channel.end();
      if (entry.channel.closed) this.#needs.socket.reconnect();
      if (this.#entries.size === 0) this.#needs.socket.disconnect();
    }, lingering);
  }

  #flush = (): void => {
    for (const { channel } of this.#entries.values()) channel.flush();
  };

  /** The browser asks only when leaving would lose something that is neither sent nor kept. */
  #beforeUnload = (event: BeforeUnloadEvent): void => {
    this.#flush();
    if ([...this.#entries.values()].some(({ channel }) => channel.atRisk)) event.preventDefault();
  };
}
