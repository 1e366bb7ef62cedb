import { setTimeout as sleep } from 'node:timers/promises';
import type * as Y from 'yjs';
import { fieldsMap, sectionText } from '@concertation/shared/documents';
import { type Address, SyncClient } from '../support/sync-client.ts';

/** One edit: a word that exists once in the world is added or, later, taken back. */
type Edit = { word: string; kind: 'text' | 'field' | 'removal' };

/** Where a word stands in a text. The seed's paragraph, an embedded type, counts for one. */
function indexOf(text: Y.XmlText, word: string): number {
  let index = 0;
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    if (typeof insert !== 'string') index += 1;
    else if (insert.includes(word)) return index + insert.indexOf(word);
    else index += insert.length;
  }
  throw new Error(`${word} is not in the text`);
}

/** Somebody who types without rest, and remembers which edits were acknowledged, one by one. */
export class Typist extends SyncClient {
  readonly #label: string;
  readonly #random: () => number;
  readonly edits: Edit[] = [];
  /** Edits whose acknowledgement is awaited: one list per message that will be acknowledged. */
  #awaited: Edit[][] = [];
  #acknowledged: Edit[] = [];
  #typing = false;
  #typed: Promise<void> = Promise.resolve();

  constructor(server: Address, cookie: string, name: string, label: string, random: () => number) {
    super(server, cookie, name);
    this.#label = label;
    this.#random = random;
    this.#follow();
  }

  /** The provider counts: one more for each update sent, one less for each acknowledgement, and afresh at each synchronisation. */
  #follow(): void {
    let before = this.unsaved;
    const startSync = this.provider.startSync.bind(this.provider);
    const forceSync = this.provider.forceSync.bind(this.provider);
    const afresh = (again: () => void) => () => {
      this.#awaited = [this.#awaited.flat()];
      before = Number.POSITIVE_INFINITY;
      again();
    };
    this.provider.startSync = afresh(startSync);
    this.provider.forceSync = afresh(forceSync);
    this.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (number < before && before !== Number.POSITIVE_INFINITY)
        this.#acknowledged.push(...(this.#awaited.shift() ?? []));
      before = number;
    });
  }

  get acknowledged(): Edit[] {
    return [...this.#acknowledged];
  }

  start(): void {
    this.#typing = true;
    this.#typed = this.#type();
  }

  async stop(): Promise<void> {
    this.#typing = false;
    await this.#typed;
  }

  async #type(): Promise<void> {
    while (this.#typing) {
      this.#edit();
      await sleep(1 + this.#random() * 25);
    }
  }

  #edit(): void {
    const text = sectionText(this.document, 'summary');
    const random = this.#random();
    const mine = this.edits.filter(({ kind, word }) => kind === 'text' && text.toString().includes(word));
    const removed = random < 0.15 ? mine[Math.floor(this.#random() * mine.length)] : undefined;
    const word = removed?.word ?? `<${this.#label}.${this.edits.length}>`;
    const edit: Edit = { word, kind: removed ? 'removal' : random < 0.3 ? 'field' : 'text' };
    this.edits.push(edit);
    this.#awaited.push([edit]);
    if (edit.kind === 'removal') text.delete(indexOf(text, word), word.length);
    else if (edit.kind === 'field') fieldsMap(this.document).set(word, word);
    else text.insert(random < 0.6 ? 0 : text.length, word);
  }

  /** Leaves the network, as a laptop that is shut. */
  leave(): void {
    this.socket.disconnect();
  }

  comeBack(): void {
    void this.socket.connect();
  }
}
