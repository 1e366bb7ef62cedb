/** Less than two measures apart, so that two on end are enough (see `branch.ts`). */
const challengeMs = 400;
const silenceMs = 2000;
const freshMs = 900;

/** How loud somebody is, in dBov: from -127 (nothing) to 0. */
export type Level = { seatId: string; volume: number };

/**
 * Who speaks, told so that faces do not dance: the first who is heard; then another only when louder for half a second on end;
 * nobody after 2 s of silence. Levels come apart from each worker of the room; times are milliseconds, of any clock.
 */
export class SpeakerChoice {
  readonly #heard = new Map<string, { at: number; levels: readonly Level[] }>();
  #speaker: string | null = null;
  #lastAt = 0;
  #challenger: { seatId: string; since: number } | null = null;

  /** What one worker hears now. Returns who speaks. */
  hear(place: string, levels: readonly Level[], now: number): string | null {
    this.#heard.set(place, { at: now, levels });
    const loudest = this.#loudest(now);
    if (!loudest) return this.speaker(now);
    const current = this.speaker(now);
    this.#lastAt = now;
    if (current === null || loudest === current) return this.#choose(loudest);
    if (this.#challenger?.seatId !== loudest) this.#challenger = { seatId: loudest, since: now };
    return now - this.#challenger.since >= challengeMs ? this.#choose(loudest) : current;
  }

  /** Who speaks, when nothing more was heard until now. */
  speaker(now: number): string | null {
    if (this.#speaker !== null && now - this.#lastAt >= silenceMs) this.#choose(null);
    return this.#speaker;
  }

  /** Somebody left: what was heard of them no longer counts. */
  forget(seatId: string): void {
    for (const heard of this.#heard.values()) heard.levels = heard.levels.filter((level) => level.seatId !== seatId);
    if (this.#speaker === seatId) this.#choose(null);
    if (this.#challenger?.seatId === seatId) this.#challenger = null;
  }

  /** Milliseconds after which `speaker` may say something else by itself. */
  static readonly silenceMs = silenceMs;

  #choose(seatId: string | null): string | null {
    this.#challenger = null;
    this.#speaker = seatId;
    return seatId;
  }

  #loudest(now: number): string | null {
    const fresh = [...this.#heard.values()].filter(({ at }) => now - at < freshMs).flatMap(({ levels }) => levels);
    let loudest: Level | null = null;
    for (const level of fresh) if (!loudest || level.volume > loudest.volume) loudest = level;
    return loudest?.seatId ?? null;
  }
}
