import { readSetting, writeSetting } from '../../../../lib/index.ts';
import type { Device, DeviceKind, DeviceProblem, Devices } from '../../call-state.ts';
import type { CallStore } from '../call-store.ts';
import { constraintsOf, screenConstraints } from './constraints.ts';
import { deviceProblem } from './device-problem.ts';

type Input = 'microphone' | 'camera';
const inputs: readonly Input[] = ['microphone', 'camera'];
const kinds: Record<string, DeviceKind> = { audioinput: 'microphone', videoinput: 'camera', audiooutput: 'speaker' };
const settingOf = (kind: DeviceKind): string => `call.${kind}`;

export type LocalDevicesNeeds = {
  store: CallStore;
  /** Absent from a page that is not served over TLS. */
  media: MediaDevices | undefined;
  /** Another track took the place of the former one; null: the device went away and nothing replaces it. */
  replaced: (kind: Input, track: MediaStreamTrack | null) => void;
  /** What is there was listed again: the output to play through, null where the chosen one is absent. */
  heardThrough: (deviceId: string | null) => void;
};

/** The microphone, the camera and the screen of this computer: found, opened, remembered, let go of. */
export class LocalDevices {
  readonly #needs: LocalDevicesNeeds;
  readonly #tracks = new Map<Input, MediaStreamTrack>();
  readonly #opening = new Map<Input, Promise<MediaStreamTrack | null>>();
  /** Asked for and not let go of since: the browser's answer may come after another wish. */
  readonly #wanted = new Set<Input>();
  readonly #stop = new AbortController();

  constructor(needs: LocalDevicesNeeds) {
    this.#needs = needs;
    const chosen = { microphone: null, camera: null, speaker: null } as Devices['chosen'];
    for (const kind of Object.values(kinds)) chosen[kind] = readSetting(settingOf(kind));
    this.#change({ chosen });
    needs.media?.addEventListener('devicechange', () => void this.#changedAround(), { signal: this.#stop.signal });
  }

  track(kind: Input): MediaStreamTrack | null {
    return this.#tracks.get(kind) ?? null;
  }

  /** Whether it was asked for last, or let go of. */
  wants(kind: Input): boolean {
    return this.#wanted.has(kind);
  }

  /** Lists what is there. Labels are empty until the browser was allowed once. */
  async refresh(): Promise<void> {
    // A browser that does not list them still opens those of the system.
    const listed = await this.#needs.media?.enumerateDevices().catch(() => null);
    if (!listed || this.#stop.signal.aborted) return;
    const found: Record<DeviceKind, Device[]> = { microphone: [], camera: [], speaker: [] };
    for (const { kind, deviceId, label } of listed) {
      const known = kinds[kind];
      if (known && deviceId !== '') found[known].push({ deviceId, label });
    }
    this.#change({ found });
    const speaker = this.#chosen('speaker');
    this.#needs.heardThrough(found.speaker.some(({ deviceId }) => deviceId === speaker) ? speaker : null);
  }

  /** Opens both with one question of the browser, where neither is open; what one lacks does not deprive of the other. */
  async openBoth(): Promise<void> {
    if (this.#tracks.size === 0 && this.#opening.size === 0) {
      for (const kind of inputs) this.#wanted.add(kind);
      const together = this.#askBoth();
      // Who waits for one of them also waits for what is asked alone after a joint refusal.
      for (const kind of inputs)
        void this.#opens(
          kind,
          together.then(() => this.track(kind) ?? this.#ask(kind)),
        );
    }
    await Promise.all(inputs.map((kind) => this.open(kind)));
  }

  /** Opens a device, or gives the one that is open; null when it cannot be, and `problems` says why, or was let go of. Never rejects. */
  async open(kind: Input): Promise<MediaStreamTrack | null> {
    this.#wanted.add(kind);
    const held = this.#tracks.get(kind);
    if (held?.readyState === 'live') return held;
    return this.#opening.get(kind) ?? this.#opens(kind, this.#ask(kind));
  }

  /** Lets go of it, also when the browser gives it later. */
  release(kind: Input): void {
    this.#wanted.delete(kind);
    this.#close(kind);
  }

  /** Asks for a screen, a window or a tab to share; null when refused or given up. Never rejects. */
  async openScreen(): Promise<MediaStreamTrack | null> {
    try {
      const stream = await this.#needs.media?.getDisplayMedia(screenConstraints);
      const track = stream?.getVideoTracks()[0] ?? null;
      if (track) track.contentHint = 'detail';
      this.#problem('screen', track ? null : 'missing');
      return track;
    } catch (error) {
      // Closing the browser's list is no problem; a system that forbids it is, and only its words tell them apart.
      const closed =
        error instanceof DOMException && error.name === 'NotAllowedError' && !/system/i.test(error.message);
      this.#problem('screen', closed ? null : deviceProblem(error));
      return null;
    }
  }

  /** Uses another device, now if one is open, and from now on in this browser; null: the system's own. */
  async choose(kind: DeviceKind, deviceId: string | null): Promise<void> {
    writeSetting(settingOf(kind), deviceId);
    this.#change({ chosen: { ...this.#devices().chosen, [kind]: deviceId } });
    if (kind !== 'speaker' && (this.#tracks.has(kind) || this.#opening.has(kind))) await this.#openAgain(kind);
  }

  dispose(): void {
    this.#stop.abort();
    for (const kind of inputs) this.release(kind);
  }

  #opens(kind: Input, asked: Promise<MediaStreamTrack | null>): Promise<MediaStreamTrack | null> {
    const opening = asked.finally(() => this.#opening.delete(kind));
    this.#opening.set(kind, opening);
    return opening;
  }

  async #ask(kind: Input): Promise<MediaStreamTrack | null> {
    if (!this.#wanted.has(kind)) return null;
    try {
      const asked = constraintsOf(kind, this.#chosen(kind));
      const stream = await this.#needs.media?.getUserMedia(kind === 'microphone' ? { audio: asked } : { video: asked });
      const track = stream?.getTracks()[0];
      if (!track) throw new DOMException('no device', 'NotFoundError');
      this.#take(kind, track);
      await this.refresh();
      return this.track(kind);
    } catch (error) {
      this.#problem(kind, deviceProblem(error));
      await this.refresh();
      return null;
    }
  }

  async #askBoth(): Promise<void> {
    try {
      const [audio, video] = [
        constraintsOf('microphone', this.#chosen('microphone')),
        constraintsOf('camera', this.#chosen('camera')),
      ];
      const stream = await this.#needs.media?.getUserMedia({ audio, video });
      for (const track of stream?.getTracks() ?? [])
        this.#take(track.kind === 'audio' ? 'microphone' : 'camera', track);
      await this.refresh();
    } catch {
      // One of them is refused or absent: each is asked for alone, and says what is wrong with it.
    }
  }

  #take(kind: Input, track: MediaStreamTrack): void {
    if (this.#stop.signal.aborted || !this.#wanted.has(kind)) return track.stop();
    this.#close(kind);
    this.#tracks.set(kind, track);
    this.#problem(kind, null);
    track.addEventListener('ended', () => void this.#lost(kind, track));
  }

  /** Unplugged: another one takes over where there is one. */
  async #lost(kind: Input, track: MediaStreamTrack): Promise<void> {
    if (this.#tracks.get(kind) === track) await this.#openAgain(kind);
  }

  /** Plugged in or out: the chosen device that is back takes its place again. */
  async #changedAround(): Promise<void> {
    await this.refresh();
    for (const kind of inputs) {
      const chosen = this.#chosen(kind);
      const used = this.track(kind)?.getSettings().deviceId;
      const isBack = this.#devices().found[kind].some(({ deviceId }) => deviceId === chosen);
      if (used !== undefined && used !== chosen && isBack) void this.#openAgain(kind);
    }
  }

  /** Opens what is chosen now in the place of what is open or being opened; a later choice or release wins. */
  async #openAgain(kind: Input): Promise<void> {
    const chosen = this.#chosen(kind);
    const isOutdated = (): boolean => this.#chosen(kind) !== chosen || !this.#wanted.has(kind);
    await this.#opening.get(kind);
    if (isOutdated()) return;
    // Some computers open one camera at a time: the former one is let go of first.
    this.#close(kind);
    const track = await this.open(kind);
    if (!isOutdated()) this.#needs.replaced(kind, track);
  }

  #close(kind: Input): void {
    this.#tracks.get(kind)?.stop();
    this.#tracks.delete(kind);
  }

  #devices = (): Devices => this.#needs.store.snapshot().devices;
  #chosen = (kind: DeviceKind): string | null => this.#devices().chosen[kind];

  #problem(kind: Input | 'screen', problem: DeviceProblem | null): void {
    const { [kind]: former, ...others } = this.#devices().problems;
    if ((former ?? null) === problem) return;
    this.#change({ problems: problem ? { ...others, [kind]: problem } : others });
  }

  #change(parts: Partial<Devices>): void {
    this.#needs.store.change({ devices: { ...this.#devices(), ...parts } });
  }
}
