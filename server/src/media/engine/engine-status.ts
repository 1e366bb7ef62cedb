import type { MediaEngineState } from '@concertation/shared/contracts';
import type { WorkerPool } from './worker-pool.ts';

const hopelessFailures = 3;

/** What the engine says of itself, told only when it changes. */
export class EngineStatus {
  #state: MediaEngineState = { state: 'preparing', step: 'recherche du moteur vidéo', percent: null };
  readonly #listeners: ((state: MediaEngineState) => void)[] = [];

  get state(): MediaEngineState {
    return this.#state;
  }

  on(listener: (state: MediaEngineState) => void): void {
    this.#listeners.push(listener);
  }

  prepares(step: string, percent: number | null): void {
    this.#become({ state: 'preparing', step, percent });
  }

  /** `reason`: a French sentence for whoever administers the installation. */
  unavailable(reason: string): void {
    this.#become({ state: 'unavailable', reason });
  }

  /** Ready while one worker lives. Without any, another is coming; after three failures on end it is no longer promised. */
  follow(pool: WorkerPool): void {
    if (pool.living.length > 0) this.#become({ state: 'ready' });
    else if (pool.failures >= hopelessFailures)
      this.unavailable(
        `Le moteur vidéo ne démarre pas (${pool.failure ?? 'il s’arrête aussitôt'}). Vérifiez MEDIA_PORT et MEDIA_LISTEN_ADDRESS ; un nouvel essai a lieu toutes les quinze secondes.`,
      );
    else this.prepares('redémarrage du moteur vidéo', null);
  }

  #become(state: MediaEngineState): void {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
