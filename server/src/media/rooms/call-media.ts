import { AppError, pause } from '../../lib/index.ts';
import type { Engine, EngineRoom, EngineSeat } from '../engine/engine-port.ts';

type CallMediaOptions = {
  engine: Pick<Engine, 'openRoom'>;
  onSpeaker: (engineSeatId: string | null) => void;
  /** Every seat's media is gone. */
  onLost: () => void;
};

const retryMs = 250;

/** The media of one call: opened by its first seat, and again after a worker died. */
export class CallMedia {
  readonly #options: CallMediaOptions;
  readonly #closed = new AbortController();
  #opened: Promise<EngineRoom> | null = null;

  constructor(options: CallMediaOptions) {
    this.#options = options;
  }

  /** One participant's media, in the room as it is now. Throws `call_unavailable`. */
  async openSeat(): Promise<{ seat: EngineSeat; rtpCapabilities: EngineRoom['rtpCapabilities'] }> {
    for (let attempt = 1; ; attempt += 1) {
      const opened = this.#open();
      try {
        const room = await opened;
        return { seat: await room.openSeat(), rtpCapabilities: room.rtpCapabilities };
      } catch (error) {
        // A worker that died meanwhile took the room with it: once more, in the next one.
        if (this.#opened === opened || attempt > 1) throw error;
      }
    }
  }

  /** What the browser needs to know of a room that is open. Throws `call_unavailable`. */
  async rtpCapabilities(): Promise<EngineRoom['rtpCapabilities']> {
    return (await this.#open()).rtpCapabilities;
  }

  /** Opens it again, trying for so many milliseconds. Resolves even where it did not succeed. */
  async reopen(withinMs: number): Promise<void> {
    for (const end = performance.now() + withinMs; performance.now() < end && !this.#closed.signal.aborted;) {
      try {
        return void (await this.#open());
      } catch {
        await pause(retryMs, this.#closed.signal);
      }
    }
  }

  close(): void {
    this.#closed.abort();
    void this.#opened?.then(
      (room) => room.close(),
      () => undefined,
    );
  }

  #open(): Promise<EngineRoom> {
    if (this.#closed.signal.aborted) throw new AppError('call_over');
    if (this.#opened) return this.#opened;
    const opened = this.#options.engine.openRoom().then((room) => {
      room.onSpeaker((seatId) => this.#options.onSpeaker(seatId));
      room.onLost(() => {
        if (this.#opened === opened) this.#opened = null;
        this.#options.onLost();
      });
      return room;
    });
    this.#opened = opened;
    opened.catch(() => {
      if (this.#opened === opened) this.#opened = null;
    });
    return opened;
  }
}
