export type DraftState = 'kept' | 'keeping' | 'failed';

/**
 * Sends what is typed once typing pauses, one request at a time; what could not be sent is kept here and sent again by
 * `flush`. It outlives the screen, so that leaving the page loses nothing.
 */
export class DraftKeeper {
  readonly #send: (text: string) => Promise<void>;
  readonly #pause: number;
  readonly #listeners = new Set<() => void>();
  #waiting: string | null = null;
  #sending: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #text = '';
  #version = 0;
  /** Why the last request failed; null once one succeeded. */
  error: unknown = null;

  /** `pause`: milliseconds without typing before a request. */
  constructor(send: (text: string) => Promise<void>, pause = 600) {
    this.#send = send;
    this.#pause = pause;
  }

  get state(): DraftState {
    if (this.error !== null) return 'failed';
    return this.#sending === null && this.#waiting === null ? 'kept' : 'keeping';
  }

  /** What the server has not confirmed; null when it has everything. */
  get unsent(): string | null {
    return this.#waiting ?? this.#sending;
  }

  /** What was typed last, sent or not; empty once the answer is given. */
  get text(): string {
    return this.#stopped ? '' : this.#text;
  }

  /** Changes whenever something here does. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes what was typed so far. */
  keep(text: string): void {
    if (this.#stopped) return;
    this.#text = text;
    this.#waiting = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#pause);
    this.#tell();
  }

  /** Sends what waits now. */
  async flush(): Promise<void> {
    while (this.#waiting !== null && this.#sending === null && !this.#stopped) {
      clearTimeout(this.#timer);
      this.#sending = this.#waiting;
      this.#waiting = null;
      this.error = null;
      this.#tell();
      try {
        await this.#send(this.#sending);
        this.#sending = null;
      } catch (error) {
        this.#waiting ??= this.#sending;
        this.#sending = null;
        this.error = error;
        this.#tell();
        return;
      }
    }
    this.#tell();
  }

  /** Nothing more is sent: the answer is given. */
  stop(): void {
    this.#stopped = true;
    this.#waiting = null;
    this.error = null;
    clearTimeout(this.#timer);
    this.#tell();
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
