/** Plays what others say, whatever is on the screen, through the output that was chosen. */
export class Loudspeaker {
  readonly #playing = new Map<string, HTMLAudioElement>();
  #deviceId = '';
  #waiting: AbortController | null = null;

  /** Plays somebody's microphone, by any key; replaces what played under that key. */
  play(key: string, track: MediaStreamTrack): void {
    this.stop(key);
    const audio = document.createElement('audio');
    audio.hidden = true;
    audio.autoplay = true;
    audio.srcObject = new MediaStream([track]);
    document.body.append(audio);
    this.#playing.set(key, audio);
    void this.#route(audio).then(() => this.#begin(audio));
  }

  stop(key: string): void {
    const audio = this.#playing.get(key);
    if (!audio) return;
    this.#playing.delete(key);
    audio.srcObject = null;
    audio.remove();
  }

  /** Null: the system's own output. */
  choose(deviceId: string | null): void {
    this.#deviceId = deviceId ?? '';
    for (const audio of this.#playing.values()) void this.#route(audio);
  }

  dispose(): void {
    this.#waiting?.abort();
    this.#waiting = null;
    for (const key of this.#playing.keys()) this.stop(key);
  }

  async #route(audio: HTMLAudioElement): Promise<void> {
    // Not every browser lets a page choose; one that is unplugged leaves the sound where the system puts it.
    if ('setSinkId' in audio) await audio.setSinkId(this.#deviceId).catch(() => undefined);
  }

  async #begin(audio: HTMLAudioElement): Promise<void> {
    try {
      await audio.play();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#awaitGesture();
    }
  }

  /** A page loaded again may be refused sound until it is touched: the first gesture, whatever it is, starts it. */
  #awaitGesture(): void {
    if (this.#waiting) return;
    const waiting = new AbortController();
    this.#waiting = waiting;
    const start = (): void => {
      waiting.abort();
      this.#waiting = null;
      for (const audio of this.#playing.values()) void this.#begin(audio);
    };
    for (const gesture of ['pointerup', 'keydown'])
      addEventListener(gesture, start, { signal: waiting.signal, capture: true });
  }
}
