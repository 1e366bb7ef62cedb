import type { ApiError } from '../../../api/index.ts';

/** A message of mine that the conversation does not show yet. `failed` without an error: this page was loaded again meanwhile. */
export type Unsent = { messageId: string; text: string; state: 'sending' | 'sent' | 'failed'; error: ApiError | null };
/** What is kept of a conversation in this window: what is typed, and what could not be sent. */
export type KeptAnswer = { text: string; unsent: Pick<Unsent, 'messageId' | 'text'>[] };

export type AnswerNeeds = {
  send: (message: { messageId: string; text: string }) => Promise<void>;
  /** Keeps it for the next time that the page is loaded; null: there is nothing to keep. */
  keep: (kept: KeptAnswer | null) => void;
  kept: KeptAnswer | null;
};

/**
 * What somebody writes in one conversation, until the conversation shows it. Messages leave one after the other; one
 * that is refused stays, with its words and its id: sent again, it is there once.
 */
export class AnswerKeeper {
  readonly #needs: AnswerNeeds;
  readonly #listeners = new Set<() => void>();
  #queue: Promise<void> = Promise.resolve();
  #version = 0;
  #text: string;
  #unsent: Unsent[];

  constructor(needs: AnswerNeeds) {
    this.#needs = needs;
    this.#text = needs.kept?.text ?? '';
    this.#unsent = (needs.kept?.unsent ?? []).map((one) => ({ ...one, state: 'failed', error: null }));
  }

  get text(): string {
    return this.#text;
  }

  get unsent(): readonly Unsent[] {
    return this.#unsent;
  }

  /** Something would be lost with this page. */
  get isHolding(): boolean {
    return this.#text.trim() !== '' || this.#unsent.some(({ state }) => state !== 'sent');
  }

  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  type(text: string): void {
    this.#text = text;
    this.#changed();
  }

  /** Sends a text in the place of what is typed. */
  send(text: string): Promise<void> {
    const messageId = crypto.randomUUID();
    this.#text = '';
    this.#unsent = [...this.#unsent, { messageId, text, state: 'sending', error: null }];
    return this.#post(messageId);
  }

  retry(messageId: string): Promise<void> {
    this.#set(messageId, { state: 'sending', error: null });
    return this.#post(messageId);
  }

  /** Puts what could not be sent back under the pen, after what is typed there. */
  takeBack(messageId: string): void {
    const one = this.#unsent.find((unsent) => unsent.messageId === messageId);
    if (one?.state !== 'failed') return;
    this.#unsent = this.#unsent.filter((unsent) => unsent !== one);
    this.#text = [this.#text, one.text].filter((part) => part.trim() !== '').join('\n');
    this.#changed();
  }

  /** Its person left: nothing more is sent, nor held. A message that is on its way arrives, or is lost. */
  drop(): void {
    this.#text = '';
    this.#unsent = [];
    this.#changed();
  }

  /** The conversation shows these messages: they are no longer held here. */
  settle(shown: ReadonlySet<string>): void {
    const left = this.#unsent.filter(({ messageId, state }) => state === 'sending' || !shown.has(messageId));
    if (left.length === this.#unsent.length) return;
    this.#unsent = left;
    this.#changed();
  }

  #post(messageId: string): Promise<void> {
    this.#changed();
    this.#queue = this.#queue.then(async () => {
      const one = this.#unsent.find((unsent) => unsent.messageId === messageId);
      if (!one) return;
      try {
        await this.#needs.send({ messageId, text: one.text });
        this.#set(messageId, { state: 'sent', error: null });
      } catch (error) {
        this.#set(messageId, { state: 'failed', error: error as ApiError });
      }
    });
    return this.#queue;
  }

  #set(messageId: string, change: Pick<Unsent, 'state' | 'error'>): void {
    this.#unsent = this.#unsent.map((one) => (one.messageId === messageId ? { ...one, ...change } : one));
    this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    const unsent = this.#unsent
      .filter(({ state }) => state !== 'sent')
      .map(({ messageId, text }) => ({ messageId, text }));
    this.#needs.keep(this.isHolding ? { text: this.#text, unsent } : null);
    for (const listener of this.#listeners) listener();
  }
}
