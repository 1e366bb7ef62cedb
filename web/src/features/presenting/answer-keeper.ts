/** What was typed for one presentation and is not yet on the server. */
export type AnswerPatch = { labels?: string[]; answers?: Record<string, string> };

export type AnswerState = 'saved' | 'saving' | 'failed';

/** Puts a later patch over an earlier one, key by key. */
export function mergePatches(earlier: AnswerPatch, later: AnswerPatch): AnswerPatch {
  const answers = { ...earlier.answers, ...later.answers };
  const labels = later.labels ?? earlier.labels;
  return { ...(labels ? { labels } : {}), ...(Object.keys(answers).length > 0 ? { answers } : {}) };
}

const isEmpty = ({ labels, answers }: AnswerPatch) => labels === undefined && answers === undefined;

/**
 * Saves answers as they are typed, one request at a time: what is typed meanwhile goes with the next one, and what could
 * not be sent is kept and sent again. It outlives the screen that shows it, so that leaving a step loses nothing.
 */
export class AnswerKeeper {
  readonly #send: (patch: AnswerPatch) => Promise<void>;
  readonly #pause: number;
  readonly #listeners = new Set<() => void>();
  #waiting: AnswerPatch = {};
  #sending: AnswerPatch | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #error: unknown = null;
  #version = 0;

  /** `pause`: milliseconds without typing before a request. */
  constructor(send: (patch: AnswerPatch) => Promise<void>, pause = 500) {
    this.#send = send;
    this.#pause = pause;
  }

  /** Increases with each change of state, for a screen that follows it. */
  get version(): number {
    return this.#version;
  }

  get state(): AnswerState {
    if (this.#error !== null) return 'failed';
    return this.#sending || !isEmpty(this.#waiting) ? 'saving' : 'saved';
  }

  /** Why the last request failed; null once one succeeded. */
  get error(): unknown {
    return this.#error;
  }

  /** What the server has not confirmed, to be shown over what it last said. */
  get unsaved(): AnswerPatch {
    return mergePatches(this.#sending ?? {}, this.#waiting);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes what was typed; it is sent once typing pauses. */
  keep(patch: AnswerPatch): void {
    this.#waiting = mergePatches(this.#waiting, patch);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#pause);
    this.#tell();
  }

  /** Sends what waits now; resolves once nothing waits or a request failed. True when all is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#sending) return false;
    while (!isEmpty(this.#waiting)) {
      const sent = this.#waiting;
      this.#sending = sent;
      this.#waiting = {};
      this.#error = null;
      this.#tell();
      try {
        await this.#send(sent);
        this.#sending = null;
      } catch (error) {
        this.#waiting = mergePatches(sent, this.#waiting);
        this.#sending = null;
        this.#error = error;
        this.#tell();
        return false;
      }
    }
    this.#error = null;
    this.#tell();
    return true;
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
