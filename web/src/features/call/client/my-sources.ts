import type { ErrorCode, MediaSource } from '@concertation/shared/contracts';
import { type CallState, myPreview } from '../call-state.ts';
import type { CallStore } from './call-store.ts';
import type { LocalDevices } from './devices/local-devices.ts';
import type { Publisher } from './media/publisher.ts';

export type MySourcesNeeds = { store: CallStore; devices: LocalDevices; publisher: () => Publisher | null };

/** My microphone, camera and screen, as the screen speaks of them, in a call or before it. */
export class MySources {
  readonly #needs: MySourcesNeeds;
  /** How the microphone was asked for last: another one that takes its place is silent too. */
  #muted = false;
  #screen: MediaStreamTrack | null = null;

  constructor(needs: MySourcesNeeds) {
    this.#needs = needs;
  }

  /** The green room: opens what is wanted, lets go of the rest. */
  async prepare(wanted: { microphone: boolean; camera: boolean }): Promise<void> {
    const { devices, store } = this.#needs;
    this.#muted = false;
    if (!wanted.microphone) this.#dropMicrophone();
    if (!wanted.camera) this.dropCamera();
    if (wanted.camera && !devices.track('camera')) store.change({ camera: 'starting' });
    if (wanted.microphone && wanted.camera) await devices.openBoth();
    else if (wanted.microphone) await devices.open('microphone');
    else if (wanted.camera) await devices.open('camera');
    else await devices.refresh();
    this.#shows();
  }

  /** In a call: opens again what failed and is wanted; a muted microphone stays so. */
  async retry(wanted: { microphone: boolean; camera: boolean }): Promise<void> {
    const { devices, store } = this.#needs;
    const { problems } = store.snapshot().devices;
    const again = (kind: 'microphone' | 'camera'): boolean =>
      problems[kind] !== undefined && (wanted[kind] || devices.wants(kind));
    await Promise.all([
      devices.refresh(),
      again('microphone') && this.#openMicrophone(!this.#muted),
      again('camera') && this.setCamera(true),
    ]);
  }

  /** The microphone of somebody who joins. */
  async sound(microphone: CallState['microphone']): Promise<void> {
    // Who came in to listen is not heard all at once when a microphone is found.
    this.#muted = microphone !== 'live';
    if (microphone === 'off') return this.#dropMicrophone();
    await this.#openMicrophone(microphone === 'live');
  }

  async setMicrophone(live: boolean): Promise<void> {
    if (live) return this.#openMicrophone(true);
    this.#muted = true;
    if (this.#needs.store.snapshot().microphone === 'off') return;
    this.#needs.store.change({ microphone: 'muted' });
    const track = this.#needs.devices.track('microphone');
    if (track) track.enabled = false;
    await this.#needs.publisher()?.pause('microphone', true);
  }

  async setCamera(on: boolean): Promise<void> {
    const { store, devices, publisher } = this.#needs;
    if (!on) {
      this.dropCamera();
      return publisher()?.mean('camera', null);
    }
    if (!devices.track('camera')) store.change({ camera: 'starting' });
    await devices.open('camera');
    this.#shows();
    const track = devices.track('camera');
    if (track) await publisher()?.mean('camera', track);
    else this.#failed('camera');
  }

  async shareScreen(takeOver: boolean): Promise<void> {
    const { store, devices, publisher } = this.#needs;
    const { room, participantId } = store.snapshot();
    const taken = room?.participants.some((one) => one.sources.screen && one.participantId !== participantId);
    if (taken && !takeOver) return store.notice('refused', 'screen_taken');
    const track = await devices.openScreen();
    const sending = publisher();
    if (!track && store.snapshot().devices.problems.screen) store.notice('screen_failed');
    if (!track || !sending) return track?.stop();
    this.#screen?.stop();
    this.#screen = track;
    // « Arrêter le partage » of the browser's own bar, or the window that was closed.
    track.addEventListener('ended', () => this.#screen === track && void this.stopSharing());
    store.change({ screen: 'live' });
    store.track(this.#me(), 'screen', track);
    await sending.mean('screen', track, { takeOver });
  }

  async stopSharing(): Promise<void> {
    this.#dropScreen();
    await this.#needs.publisher()?.mean('screen', null);
  }

  /** Another device took over, or none did. */
  async replaced(kind: 'microphone' | 'camera', track: MediaStreamTrack | null): Promise<void> {
    const { publisher } = this.#needs;
    const paused = kind === 'microphone' && this.#muted;
    if (track) track.enabled = !paused;
    else this.#failed(kind);
    this.#shows();
    await publisher()?.mean(kind, track, { paused });
  }

  /** The server refuses what I send. */
  refused = (source: MediaSource, code: ErrorCode): void => {
    this.#drop(source);
    this.#needs.store.notice('refused', code);
  };

  /** A moderator ended it, or took the screen over. */
  ended = (source: MediaSource): void => {
    this.#drop(source);
    if (source === 'screen') this.#needs.store.notice('screen_ended');
  };

  muted = (): void => {
    if (this.#needs.store.snapshot().microphone !== 'live') return;
    this.#muted = true;
    this.#needs.store.change({ microphone: 'muted' });
    this.#needs.store.notice('muted');
  };

  /** My tracks are shown under my seat, once it is known. */
  seated = (participantId: string, before: string | null): void => {
    const { store } = this.#needs;
    for (const former of [myPreview, before])
      if (former && former !== participantId)
        for (const source of ['camera', 'screen'] as const) store.track(former, source, null);
    this.#shows();
    if (this.#screen) store.track(participantId, 'screen', this.#screen);
  };

  dropCamera(): void {
    this.#needs.devices.release('camera');
    this.#shows();
  }

  /** Lets go of every device, and of the screen. */
  release(): void {
    this.#dropScreen();
    this.#needs.devices.release('microphone');
    this.#needs.devices.release('camera');
    this.#needs.store.change({ microphone: 'off', camera: 'off', tracks: new Map() });
  }

  async #openMicrophone(live: boolean): Promise<void> {
    const { devices, publisher } = this.#needs;
    this.#muted = !live;
    await devices.open('microphone');
    const track = devices.track('microphone');
    const paused = this.#muted;
    if (track) track.enabled = !paused;
    else this.#failed('microphone');
    this.#shows();
    if (track) await publisher()?.mean('microphone', track, { paused });
  }

  /** Nothing opened: said in a call; before it the green room shows why. */
  #failed(kind: 'microphone' | 'camera'): void {
    const { devices, publisher, store } = this.#needs;
    if (publisher() && devices.wants(kind)) store.notice(`${kind}_failed`);
  }

  #dropMicrophone(): void {
    this.#needs.devices.release('microphone');
    this.#needs.store.change({ microphone: 'off' });
  }

  #dropScreen(): void {
    this.#screen?.stop();
    this.#screen = null;
    this.#needs.store.change({ screen: 'off' });
    this.#needs.store.track(this.#me(), 'screen', null);
  }

  #drop(source: MediaSource): void {
    if (source === 'screen') this.#dropScreen();
    else if (source === 'camera') this.dropCamera();
    else this.#dropMicrophone();
  }

  #me(): string {
    return this.#needs.store.snapshot().participantId ?? myPreview;
  }

  /** Says what is open, and shows my camera to myself. */
  #shows(): void {
    const { store, devices } = this.#needs;
    const camera = devices.track('camera');
    const microphone = devices.track('microphone');
    const sounding = microphone?.enabled ? 'live' : 'muted';
    store.change({ microphone: microphone ? sounding : 'off', camera: camera ? 'live' : 'off' });
    store.track(this.#me(), 'camera', camera);
  }
}
