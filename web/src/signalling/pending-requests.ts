import { type MediaOutput, type MediaRequestName, mediaRequests, replyFrame } from '@concertation/shared/contracts';
import { SignallingRefusal } from './signalling-refusal.ts';

type Waiting = {
  name: MediaRequestName;
  answer: (data: unknown) => void;
  refuse: (refusal: SignallingRefusal) => void;
};

/** Requests sent on one socket and not answered yet. */
export class PendingRequests {
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;

  /** Gives a request its number, and the promise of its answer. Rejects with SignallingRefusal. */
  add<Name extends MediaRequestName>(name: Name): { id: number; answer: Promise<MediaOutput<Name>> } {
    const id = (this.#next += 1);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { name, answer: resolve, refuse: reject });
    return { id, answer: promise as Promise<MediaOutput<Name>> };
  }

  /** Settles the request that a frame replies to. Returns false when it is no reply to one of these. */
  settle(frame: unknown): boolean {
    const parsed = replyFrame.safeParse(frame);
    if (!parsed.success) return false;
    const request = this.#waiting.get(parsed.data.reply);
    if (!request) return false;
    this.#waiting.delete(parsed.data.reply);
    if ('error' in parsed.data) {
      request.refuse(new SignallingRefusal(parsed.data.error));
      return true;
    }
    const output = mediaRequests[request.name].output.safeParse(parsed.data.data);
    if (output.success) request.answer(output.data);
    else request.refuse(new SignallingRefusal('unexpected'));
    return true;
  }

  isWaiting(id: number): boolean {
    return this.#waiting.has(id);
  }

  /** The connection is gone: nobody will answer. */
  lose(): void {
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { refuse } of lost) refuse(new SignallingRefusal('lost'));
  }
}
