import type { Participant, RoomState } from '@concertation/shared/contracts';
import type { CallClient, CallState, Devices } from '../../src/features/call/call-state.ts';

/**
 * A client without a network, put in the place of the product's by the journey of the screens: the journey says what
 * happens (`window.fakeCall.change`), and reads what was asked (`window.fakeCall.asked`).
 */
type Fake = {
  change: (part: Partial<CallState>) => void;
  room: (part: Partial<RoomState>) => void;
  seat: (participantId: string, part: Partial<Participant>) => void;
  track: (participantId: string, source: 'camera' | 'screen', hue: number) => void;
  asked: [name: string, ...input: unknown[]][];
  state: () => CallState;
};
declare global {
  interface Window {
    fakeCall: Fake;
  }
}

export const seatOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

const devices: Devices = {
  found: {
    microphone: [{ deviceId: 'm1', label: 'Micro-casque USB' }],
    camera: [{ deviceId: 'c1', label: 'Caméra intégrée' }],
    speaker: [{ deviceId: 's1', label: 'Haut-parleurs' }],
  },
  chosen: { microphone: null, camera: null, speaker: null },
  problems: {},
};

/** A moving picture, as a camera gives. */
function picture(hue: number, [width, height]: [number, number]): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  const draw = (): void => {
    if (!context) return;
    context.fillStyle = `hsl(${hue} 30% 42%)`;
    context.fillRect(0, 0, width, height);
    context.fillStyle = `hsl(${hue} 40% 72%)`;
    context.beginPath();
    context.arc(width / 2, height * 0.42, height * 0.2, 0, 7);
    context.arc(width / 2, height * 1.05, height * 0.42, 0, 7);
    context.fill();
  };
  draw();
  setInterval(draw, 200);
  return canvas.captureStream(5).getVideoTracks()[0] as MediaStreamTrack;
}

export function createCallClient(): CallClient {
  let state: CallState = {
    meetingId: null,
    phase: 'idle',
    error: null,
    end: null,
    participantId: null,
    room: null,
    speaker: null,
    chat: [],
    microphone: 'off',
    camera: 'off',
    screen: 'off',
    tracks: new Map(),
    pointers: new Map(),
    quality: null,
    reduced: 'nothing',
    devices,
    notices: [],
  };
  const listeners = new Set<() => void>();
  const asked: Fake['asked'] = [];
  const change = (part: Partial<CallState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const room = (part: Partial<RoomState>): void =>
    change({ room: { participants: [], waiting: [], chairId: null, locked: false, ...state.room, ...part } });
  const seat: Fake['seat'] = (participantId, part) =>
    room({
      participants: (state.room?.participants ?? []).map((each) =>
        each.participantId === participantId ? { ...each, ...part } : each,
      ),
    });
  const track: Fake['track'] = (participantId, source, hue) => {
    const made = picture(hue, source === 'screen' ? [1280, 800] : [640, 360]);
    change({
      tracks: new Map(state.tracks).set(participantId, { ...state.tracks.get(participantId), [source]: made }),
    });
  };
  window.fakeCall = { change, room, seat, track, asked, state: () => state };
  const note =
    (name: string) =>
    (...input: unknown[]): void =>
      void asked.push([name, ...input]);
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => state,
    onLevel: (listener) => {
      const timer = setInterval(() => listener(state.microphone === 'live' || state.phase === 'idle' ? 0.4 : 0), 200);
      return () => clearInterval(timer);
    },
    dispose: note('dispose'),
    prepare: async (wanted) => {
      note('prepare')(wanted);
      if (wanted.camera && !state.tracks.has('preview')) track('preview', 'camera', 190);
    },
    join: async (meetingId, options) => {
      note('join')(meetingId, options);
      change({ meetingId, ...options, camera: options.camera ? 'live' : 'off', phase: 'joining', end: null });
    },
    hangUp: () => change({ phase: 'ended', end: 'hung_up', room: null, participantId: null }),
    reset: () => change({ phase: 'idle', end: null, meetingId: null, notices: [] }),
    setMicrophone: async (live) => change({ microphone: live ? 'live' : 'muted' }),
    setCamera: async (on) => change({ camera: on ? 'live' : 'off' }),
    shareScreen: async (takeOver) => note('shareScreen')(takeOver),
    stopSharing: note('stopSharing'),
    choose: async (kind, deviceId) => {
      note('choose')(kind, deviceId);
      change({ devices: { ...state.devices, chosen: { ...state.devices.chosen, [kind]: deviceId } } });
    },
    show: note('show'),
    raiseHand: note('raiseHand'),
    lowerHand: note('lowerHand'),
    sendChat: async (text) => {
      note('sendChat')(text);
      return !text.includes('refus');
    },
    keepChatLine: note('keepChatLine'),
    point: (at) => {
      note('point')(at);
    },
    admit: note('admit'),
    mute: note('mute'),
    remove: note('remove'),
    lock: note('lock'),
    stopScreen: note('stopScreen'),
    cannotHear: note('cannotHear'),
    dismiss: (id) => change({ notices: state.notices.filter((notice) => notice.id !== id) }),
  };
}
