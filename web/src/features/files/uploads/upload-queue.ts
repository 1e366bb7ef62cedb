import type { ApiError, SentFile, UploadEvents, UploadTarget } from '../../../api/index.ts';

/** One file on its way from this browser. */
export type LocalUpload = UploadTarget & {
  key: string;
  name: string;
  bytes: number;
  sent: number;
  /**
   * `waiting` for its turn; `interrupted`: the network or the server is away, it goes on by itself; `paused` by its sender;
   * `failed`: refused, for `problem`.
   */
  state: 'waiting' | 'sending' | 'interrupted' | 'paused' | 'failed';
  /** The document that it becomes; null before the server knows it. */
  fileId: string | null;
  problem: string | null;
  /** False for a file that will never be taken: empty, too large. */
  triable: boolean;
};

type Entry = { upload: LocalUpload; file: SentFile; tries: number; timer?: ReturnType<typeof setTimeout> };

type Needs = {
  send: (file: File, target: UploadTarget, events: UploadEvents) => SentFile;
  /** Why a file cannot be sent at all, in words; null when it can. */
  refusal: (file: File) => string | null;
  /** Awaited before a received document leaves the queue: its line in the list takes over. */
  received: (target: UploadTarget) => Promise<void>;
};

const atOnce = 2;
const delaysMs = [1000, 2000, 5000, 10_000];
/** What passes by itself, however long it takes; the others are tried a few times. */
const away = new Set<string>(['network', 'storage_unavailable']);
const triable = new Set<string>(['unexpected', 'stale']);
const mostTries = 5;

const nothing: SentFile = { start: () => undefined, pause: () => undefined, cancel: async () => undefined };

/**
 * The files that this browser is sending, whichever page is shown: two at once, the others in turn. A failure of the
 * network only suspends one; it takes up where it was.
 */
export class UploadQueue {
  readonly #needs: Needs;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly LocalUpload[] = [];
  #next = 0;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is on its way, first given first; the same array until something changes. */
  snapshot = (): readonly LocalUpload[] => this.#snapshot;

  add(target: UploadTarget, files: readonly File[]): void {
    for (const file of files) {
      const key = String((this.#next += 1));
      const problem = this.#needs.refusal(file);
      const upload: LocalUpload = {
        ...target,
        key,
        name: file.name,
        bytes: file.size,
        sent: 0,
        state: problem === null ? 'waiting' : 'failed',
        fileId: null,
        problem,
        triable: problem === null,
      };
      const sent = problem === null ? this.#needs.send(file, target, this.#eventsOf(key)) : nothing;
      this.#entries.set(key, { upload, file: sent, tries: 0 });
    }
    this.#go();
  }

  pause(key: string): void {
    this.#entries.get(key)?.file.pause();
    this.#change(key, { state: 'paused' });
    this.#go();
  }

  /** Takes up a paused or interrupted one, or tries again a refused one. */
  resume(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.tries = 0;
    this.#change(key, { state: 'waiting', problem: null });
    this.#go();
  }

  /** Stops one for good, and forgets it. A server that cannot be told forgets it by itself within a day. */
  cancel(key: string): void {
    const entry = this.#entries.get(key);
    this.#forget(key);
    void entry?.file.cancel().catch(() => undefined);
  }

  /** The network is gone: a request under way might wait for minutes before it says so. */
  offline(): void {
    for (const { upload, file } of this.#entries.values()) {
      if (upload.state !== 'sending') continue;
      file.pause();
      this.#change(upload.key, { state: 'interrupted' });
    }
  }

  /** The network is back: whatever was interrupted goes on now. */
  online(): void {
    for (const { upload } of this.#entries.values()) if (upload.state === 'interrupted') this.resume(upload.key);
  }

  /** Forgets everything: somebody else may sign in here. What the server received waits for the same file. */
  clear(): void {
    for (const { file, timer } of this.#entries.values()) {
      clearTimeout(timer);
      file.pause();
    }
    this.#entries.clear();
    this.#tell();
  }

  #eventsOf(key: string): UploadEvents {
    return {
      begun: (fileId) => this.#change(key, { fileId }),
      progressed: (sent) => {
        const entry = this.#entries.get(key);
        if (entry) entry.tries = 0;
        this.#change(key, { sent });
      },
      received: () => void this.#finish(key),
      stopped: (error) => this.#stop(key, error),
    };
  }

  async #finish(key: string): Promise<void> {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#change(key, { sent: entry.upload.bytes });
    await this.#needs.received(entry.upload).catch(() => undefined);
    this.#forget(key);
  }

  #stop(key: string, { code, message }: ApiError): void {
    const entry = this.#entries.get(key);
    if (!entry || entry.upload.state === 'paused') return;
    const passes = away.has(code) || (triable.has(code) && entry.tries < mostTries);
    if (passes) {
      const delay = delaysMs[Math.min(entry.tries, delaysMs.length - 1)];
      entry.tries += 1;
      clearTimeout(entry.timer);
      entry.timer = setTimeout(() => {
        if (this.#entries.get(key)?.upload.state !== 'interrupted') return;
        this.#change(key, { state: 'waiting' });
        this.#go();
      }, delay);
    }
    this.#change(key, { state: passes ? 'interrupted' : 'failed', problem: message });
    this.#go();
  }

  #go(): void {
    const entries = [...this.#entries.values()];
    let sending = entries.filter(({ upload }) => upload.state === 'sending').length;
    for (const { upload, file } of entries) {
      if (sending >= atOnce) break;
      if (upload.state !== 'waiting') continue;
      sending += 1;
      this.#change(upload.key, { state: 'sending', problem: null });
      file.start();
    }
    this.#tell();
  }

  #change(key: string, changed: Partial<LocalUpload>): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.upload = { ...entry.upload, ...changed };
    this.#tell();
  }

  #forget(key: string): void {
    clearTimeout(this.#entries.get(key)?.timer);
    this.#entries.delete(key);
    this.#go();
  }

  #tell(): void {
    this.#snapshot = [...this.#entries.values()].map(({ upload }) => upload);
    for (const listener of this.#listeners) listener();
  }
}
