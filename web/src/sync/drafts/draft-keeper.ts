import * as Y from 'yjs';
import type { DraftPart, DraftStore, Refusal } from './draft-store.ts';

export type DraftKeeperOptions = {
  store: DraftStore;
  account: string;
  name: string;
  /** Names this page among the account's tabs. */
  tab: string;
  document: Y.Doc;
  /** Something about what is kept changed. */
  onChange: () => void;
};

/** While connected an acknowledgement usually comes before this many milliseconds, and nothing need be written. */
const patience = 400;
/** Past this many parts the whole state is written again. */
const partLimit = 200;

/**
 * Keeps on this computer what the server has not acknowledged, and deletes it as soon as it has: nothing clinical rests
 * on a ward's computer without need. The first part is the whole state, so that it can be read before any server
 * answers; the next ones are the updates.
 */
export class DraftKeeper {
  #options: DraftKeeperOptions;
  #work: Promise<void> = Promise.resolve();
  #unwritten: Uint8Array[] = [];
  #writing = 0;
  #parts = 0;
  #failed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #patient = true;
  #adopted: DraftPart[] = [];
  /** Roots written in and not acknowledged. */
  readonly roots = new Set<string>();

  constructor(options: DraftKeeperOptions) {
    this.#options = options;
  }

  /** All that waits for an acknowledgement is on disk. */
  get flushed(): boolean {
    return this.#unwritten.length === 0 && this.#writing === 0 && !this.#failed;
  }

  /** This browser keeps what it is given, as far as is known. */
  get works(): boolean {
    return !this.#failed;
  }

  /** Reads what earlier pages of this account left; what may be sent is applied to the document with this origin. */
  async adopt(origin: unknown): Promise<{ refused: DraftPart[] }> {
    const { store, account, name, tab, document } = this.#options;
    const parts = (await store.read({ account, document: name })).filter((part) => part.tab !== tab);
    this.#adopted = parts.filter((part) => part.fate === 'send');
    for (const part of this.#adopted) for (const root of part.roots) this.roots.add(root);
    if (this.#adopted.length > 0)
      document.transact(() => this.#adopted.forEach((part) => Y.applyUpdate(document, part.update)), origin);
    return { refused: parts.filter((part) => part.fate !== 'send') };
  }

  /** Something was typed and waits for its acknowledgement. */
  record(update: Uint8Array, roots: string[]): void {
    for (const root of roots) this.roots.add(root);
    this.#unwritten.push(update);
    if (!this.#patient || this.#parts > 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), patience);
  }

  /** Without a connection, and when the page is about to go, everything is written at once. */
  hurry(now: boolean): void {
    this.#patient = !now;
    if (now) this.flush();
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#unwritten.length > 0) this.#queue(() => this.#write());
  }

  /** The server holds everything: this tab's parts and the ones it adopted are deleted. */
  acknowledged(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#unwritten = [];
    this.roots.clear();
    if (this.#parts === 0 && this.#adopted.length === 0 && this.#writing === 0) return;
    const { store, account, name, tab } = this.#options;
    const adopted = this.#adopted.splice(0);
    this.#queue(async () => {
      this.#parts = 0;
      await store.removeAll({ account, document: name, tab });
      await store.remove(adopted);
    });
  }

  /** The server refused it: the whole is put aside for its writer, never to be sent again. Resolves once it is on disk. */
  async putAside(fate: Refusal): Promise<DraftPart> {
    const { store, account, name, tab, document } = this.#options;
    const aside: DraftPart = {
      ...this.#part(0, Y.encodeStateAsUpdate(document)),
      tab: `${tab}:${Date.now()}`,
      fate,
    };
    const adopted = this.#adopted.splice(0);
    this.#unwritten = [];
    this.#queue(async () => {
      await store.write([aside]);
      await store.removeAll({ account, document: name, tab });
      await store.remove(adopted);
    });
    await this.#work;
    return aside;
  }

  #part(part: number, update: Uint8Array): DraftPart {
    const { account, name, tab } = this.#options;
    return {
      account,
      document: name,
      tab,
      part,
      update,
      roots: [...this.roots],
      fate: 'send',
      keptAt: new Date().toISOString(),
    };
  }

  async #write(): Promise<void> {
    const updates = this.#unwritten.splice(0);
    if (updates.length === 0) return;
    const whole = this.#parts === 0 || this.#parts >= partLimit || this.#failed;
    const update = whole ? Y.encodeStateAsUpdate(this.#options.document) : Y.mergeUpdates(updates);
    await this.#options.store.write([this.#part(whole ? 0 : this.#parts, update)], { replace: whole });
    this.#parts = whole ? 1 : this.#parts + 1;
  }

  /** One at a time: a deletion never overtakes the write that it follows. */
  #queue(step: () => Promise<void>): void {
    this.#writing += 1;
    this.#work = this.#work
      .then(step)
      .then(
        () => (this.#failed = false),
        // Told on the screen as « non enregistré »; the next edit writes the whole state again.
        () => (this.#failed = true),
      )
      .then(() => {
        this.#writing -= 1;
        this.#options.onChange();
      });
  }
}
