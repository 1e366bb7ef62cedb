type Listener = (level: number) => void;

/** Speech at an ordinary distance fills most of the meter: loudness is heard as a power, not as an amplitude. */
const loudest = 0.35;

/** How loud my microphone is, measured only while somebody looks. */
export class LevelMeter {
  readonly #listeners = new Set<Listener>();
  readonly #track: () => MediaStreamTrack | null;
  #context: AudioContext | null = null;
  #analyser: AnalyserNode | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #measured: MediaStreamTrack | null = null;
  #frame = 0;

  /** `track`: the microphone that is open now, or null. */
  constructor(track: () => MediaStreamTrack | null) {
    this.#track = track;
  }

  /** Tells the level from 0 to 1 at each animation frame; returns how to stop. */
  onLevel = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#frame = requestAnimationFrame(this.#measure);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.dispose();
    };
  };

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#source?.disconnect();
    void this.#context?.close().catch(() => undefined);
    this.#context = null;
    this.#analyser = null;
    this.#source = null;
    this.#measured = null;
  }

  #measure = (): void => {
    this.#follow();
    let level = 0;
    if (this.#analyser && this.#measured?.enabled) {
      const wave = new Float32Array(this.#analyser.fftSize);
      this.#analyser.getFloatTimeDomainData(wave);
      const power = wave.reduce((sum, amplitude) => sum + amplitude * amplitude, 0) / wave.length;
      level = Math.min(1, Math.sqrt(Math.sqrt(power) / loudest));
    }
    for (const listener of this.#listeners) listener(level);
    if (this.#listeners.size > 0) this.#frame = requestAnimationFrame(this.#measure);
  };

  /** The microphone may be opened, changed or closed while the meter is shown. */
  #follow(): void {
    const track = this.#track();
    if (track === this.#measured) return;
    this.#source?.disconnect();
    this.#source = null;
    this.#measured = track;
    if (!track) return;
    this.#context ??= new AudioContext();
    void this.#context.resume().catch(() => undefined);
    this.#analyser ??= new AnalyserNode(this.#context, { fftSize: 1024 });
    this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(this.#analyser);
  }
}
