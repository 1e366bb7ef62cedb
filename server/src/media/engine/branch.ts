import type { types } from 'mediasoup';
import type { MediaWorker } from './media-worker.ts';
import { mediaCodecs } from './media-codecs.ts';
import { fromEngine } from './refusals.ts';
import type { Level } from './speaker-choice.ts';

/** The worker wants ten packets of 20 ms in each interval, and a voice that rests sends none. */
const listening = { maxEntries: 4, threshold: -70, interval: 500 };

/** What a room has on one worker: a router, and an ear for the microphones that arrive there. */
export class Branch {
  readonly worker: MediaWorker;
  readonly router: types.Router;
  readonly #ear: types.AudioLevelObserver;

  private constructor(worker: MediaWorker, router: types.Router, ear: types.AudioLevelObserver) {
    this.worker = worker;
    this.router = router;
    this.#ear = ear;
  }

  /** Throws `call_unavailable`. */
  static async open(worker: MediaWorker, heard: (place: string, levels: Level[]) => void): Promise<Branch> {
    return fromEngine(async () => {
      const router = await worker.worker.createRouter({ mediaCodecs });
      try {
        const ear = await router.createAudioLevelObserver(listening);
        ear.on('volumes', (volumes) =>
          heard(
            router.id,
            volumes.map(({ producer, volume }) => ({ seatId: String(producer.appData.seatId), volume })),
          ),
        );
        ear.on('silence', () => heard(router.id, []));
        return new Branch(worker, router, ear);
      } catch (error) {
        router.close();
        throw error;
      }
    });
  }

  /** Hears this microphone until it closes. */
  async listen(producerId: string): Promise<void> {
    await this.#ear.addProducer({ producerId });
  }

  /** Called when the worker died; not when it was told to end, nor when the branch is closed. */
  onDied(listener: () => void): void {
    const { worker } = this.worker;
    // mediasoup ends its workers by itself when the process is told to end: nobody must rebuild anything then.
    const died = () => {
      if (worker.died) listener();
    };
    if (this.router.closed) died();
    else this.router.on('workerclose', died);
  }

  close(): void {
    this.router.close();
  }
}
