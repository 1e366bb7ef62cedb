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
};

/** The microphone, the camera and the screen of this computer: found, opened, remembered, let go of. */
export class LocalDevices {
  readonly #needs: LocalDevicesNeeds;
  readonly #tracks = new Map<Input, MediaStreamTrack>();
  readonly #opening = new Map<Input, Promise<MediaStreamTrack | null>>();
  readonly #stop = new AbortController();

  constructor(needs: LocalDevicesNeeds) {
    this.#needs = needs;
    const chosen = { microphone: null, camera: null, speaker: null } as Devices['chosen'];
    for (const kind of Object.values(kinds)) chosen[kind] = readSetting(settingOf(kind));
    this.#change({ chosen });
    needs.media?.addEventListener('devicechange', () => void this.refresh(), { signal: this.#stop.signal });
  }

  track(kind: Input): MediaStreamTrack | null {
    return this.#tracks.get(kind) ?? null;
  }

  /** Lists what is there. Labels are empty until the browser was allowed once. */
  async refresh(): Promise<void> {
    const listed = await this.#needs.media?.enumerateDevices().catch(() => null);
    if (!listed || this.#stop.signal.aborted) return;
    const found: Record<DeviceKind, Device[]> = { microphone: [], camera: [], speaker: [] };
    for (const { kind, deviceId, label } of listed) {
      const known = kinds[kind];
      if (known && deviceId !== '') found[known].push({ deviceId, label });
    }
    this.#change({ found });
  }

  /** Opens both with one question of the browser, where neither is open; what one lacks does not deprive of the other. */
  async openBoth(): Promise<void> {
    if (this.#tracks.size === 0 && this.#opening.size === 0) {
      const together = this.#askBoth();
      for (const kind of inputs)
        this.#opening.set(
          kind,
          together.then(() => this.track(kind)),
        );
      await together;
      this.#opening.clear();
    }
    for (const kind of inputs) await this.open(kind);
  }

  /** Opens a device, or gives the one that is open; null when it cannot be, and `problems` says why. Never rejects. */
  async open(kind: Input): Promise<MediaStreamTrack | null> {
    const held = this.#tracks.get(kind);
    if (held?.readyState === 'live') return held;
    const under = this.#opening.get(kind);
    if (under) return under;
    const opening = this.#ask(kind).finally(() => this.#opening.delete(kind));
    this.#opening.set(kind, opening);
    return opening;
  }

  release(kind: Input): void {
    this.#tracks.get(kind)?.stop();
    this.#tracks.delete(kind);
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
    if (kind === 'speaker' || !this.#tracks.has(kind)) return;
    // Some computers open one camera at a time: the former one is let go of first.
    this.release(kind);
    this.#needs.replaced(kind, await this.open(kind));
  }

  dispose(): void {
    this.#stop.abort();
    for (const kind of inputs) this.release(kind);
  }

  async #ask(kind: Input): Promise<MediaStreamTrack | null> {
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
    if (this.#stop.signal.aborted) return track.stop();
    this.release(kind);
    this.#tracks.set(kind, track);
    this.#problem(kind, null);
    track.addEventListener('ended', () => void this.#lost(kind, track));
  }

  /** Unplugged: another one takes over where there is one. */
  async #lost(kind: Input, track: MediaStreamTrack): Promise<void> {
    if (this.#tracks.get(kind) !== track) return;
    this.#tracks.delete(kind);
    this.#needs.replaced(kind, await this.open(kind));
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
