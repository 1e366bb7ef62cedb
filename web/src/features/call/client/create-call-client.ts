import { ApiError, call } from '../../../api/index.ts';
import { SignallingSocket } from '../../../signalling/index.ts';
import type { CallClient, CallState } from '../call-state.ts';
import { CallStore, noCall } from './call-store.ts';
import { CallSession } from './call-session.ts';
import { Loudspeaker } from './devices/loudspeaker.ts';
import { LevelMeter } from './devices/level-meter.ts';
import { LocalDevices } from './devices/local-devices.ts';
import { keepCall, keptSeat } from './kept-call.ts';
import { openMediaLink } from './media/open-media-link.ts';
import { MySources } from './my-sources.ts';
import { paced } from './paced.ts';
import { roomActions } from './room-actions.ts';

type JoinOptions = Parameters<CallClient['join']>[1];

const pointerEveryMs = 50;

async function sessionLives(): Promise<boolean> {
  return call('readMe').then(
    () => true,
    (error: unknown) => !(error instanceof ApiError && error.code === 'signed_out'),
  );
}

/**
 * The call of this tab, before, during and after: one client lives as long as the page, and carries one call at a time.
 * Nothing here throws: what is refused becomes a notice. No part of a call is recorded (SC-81).
 */
export function createCallClient(): CallClient {
  const store = new CallStore();
  const stop = new AbortController();
  const loudspeaker = new Loudspeaker();
  let session: CallSession | null = null;
  /** A green room opened devices: they outlive a refusal to join. */
  let previewing = false;
  const devices: LocalDevices = new LocalDevices({
    store,
    media: navigator.mediaDevices,
    replaced: (kind, track) => void mine.replaced(kind, track),
    heardThrough: (deviceId) => loudspeaker.choose(deviceId),
  });
  const mine = new MySources({ store, devices, publisher: () => session?.media.publisher ?? null });
  const meter = new LevelMeter(() => devices.track('microphone'));
  const library = () => import('mediasoup-client');
  loudspeaker.choose(store.snapshot().devices.chosen.speaker);

  const release = (): void => {
    previewing = false;
    mine.release();
  };

  const openSession = (meetingId: string): CallSession => {
    const socket = new SignallingSocket({ sessionLives });
    const opened: CallSession = new CallSession({
      store,
      socket,
      meetingId,
      seat: keptSeat(meetingId),
      openLink: async (seat) => openMediaLink(await library(), opened.ask, seat),
      loudspeaker,
      refused: mine.refused,
      sourceEnded: mine.ended,
      muted: mine.muted,
      seated: mine.seated,
      over: (refused) => {
        if (session !== opened) return;
        session = null;
        loudspeaker.dispose();
        // A page loaded again that may not come back has no screen on which to see that a device is open.
        if (!refused || !previewing) release();
      },
      hidden: () => document.visibilityState === 'hidden',
    });
    return opened;
  };

  /** Sound first. Problems are told as notices: nobody waits for an answer to the browser's questions. */
  const bringDevices = async (joined: CallSession, entering: Promise<void>, options: JoinOptions): Promise<void> => {
    if (!options.camera) mine.dropCamera();
    await mine.sound(options.microphone);
    await entering;
    if (session === joined && options.camera) await mine.setCamera(true);
  };

  const join: CallClient['join'] = async (meetingId, options) => {
    if (stop.signal.aborted) return;
    const { phase, meetingId: current } = store.snapshot();
    if (session && current === meetingId && phase !== 'ended') return;
    session?.leave();
    store.change({ ...noCall, meetingId, phase: 'joining', error: null, end: null, notices: [] });
    const joined = openSession(meetingId);
    session = joined;
    keepCall(null);
    const entering = joined.begin();
    // Fetched early; what fails here is told when it is needed.
    void library().catch(() => undefined);
    void bringDevices(joined, entering, options);
    await entering;
  };

  const hangUp = (): void => {
    session?.leave();
    keepCall(null);
  };

  const reset = (): void => {
    hangUp();
    release();
    store.change({ ...noCall, meetingId: null, phase: 'idle', error: null, end: null, notices: [] });
  };

  const { signal } = stop;
  document.addEventListener('visibilitychange', () => session?.media.replan(), { signal });
  addEventListener('online', () => session?.media.networkChanged(), { signal });
  const { connection } = navigator as { connection?: EventTarget };
  connection?.addEventListener('change', () => session?.media.networkChanged(), { signal });
  addEventListener('pagehide', () => keepForReload(session, store.snapshot()), { signal });

  const { point, ...actions } = roomActions(store, () => session);
  return {
    ...actions,
    point: paced(point, pointerEveryMs),
    subscribe: store.subscribe,
    snapshot: store.snapshot,
    onLevel: meter.onLevel,
    prepare: async (wanted) => {
      if (session) return mine.retry(wanted);
      if (stop.signal.aborted) return;
      previewing = true;
      // Fetched early; what fails here is told when it is needed.
      void library().catch(() => undefined);
      await mine.prepare(wanted);
    },
    join,
    hangUp,
    reset,
    setMicrophone: (live) => mine.setMicrophone(live),
    setCamera: (on) => mine.setCamera(on),
    shareScreen: (takeOver) => mine.shareScreen(takeOver),
    stopSharing: () => void mine.stopSharing(),
    choose: async (kind, deviceId) => {
      if (kind === 'speaker') loudspeaker.choose(deviceId);
      await devices.choose(kind, deviceId);
    },
    show: (videos) => session?.media.show(videos),
    dismiss: (noticeId) => store.dismiss(noticeId),
    dispose: () => {
      reset();
      stop.abort();
      meter.dispose();
      loudspeaker.dispose();
      devices.dispose();
    },
  };
}

/** The page goes away, perhaps to be loaded again: the seat is kept by the server for a while. */
function keepForReload(session: CallSession | null, { phase, meetingId, microphone, camera }: CallState): void {
  if (!session || !meetingId || phase === 'ended' || phase === 'idle') return;
  keepCall({ meetingId, seat: session.seat, microphone, camera: camera !== 'off', leftAt: Date.now() });
}
