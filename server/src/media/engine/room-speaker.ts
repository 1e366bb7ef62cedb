import { type Level, SpeakerChoice } from './speaker-choice.ts';

/** Tells who speaks in a room, each change once. */
export class RoomSpeaker {
  readonly #choice = new SpeakerChoice();
  readonly #listeners: ((seatId: string | null) => void)[] = [];
  #told: string | null = null;
  #timer: NodeJS.Timeout | undefined;

  on(listener: (seatId: string | null) => void): void {
    this.#listeners.push(listener);
  }

  hear(place: string, levels: readonly Level[]): void {
    this.#tell(this.#choice.hear(place, levels, performance.now()));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.#tell(this.#choice.speaker(performance.now())),
      SpeakerChoice.silenceMs + 50,
    ).unref();
  }

  forget(seatId: string): void {
    this.#choice.forget(seatId);
    this.#tell(this.#choice.speaker(performance.now()));
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#listeners.length = 0;
  }

  #tell(seatId: string | null): void {
    if (seatId === this.#told) return;
    this.#told = seatId;
    for (const listener of this.#listeners) listener(seatId);
  }
}
