import type { CallEnd, CallQuality, ChatLine, ErrorCode, MediaSource, RoomState } from '@concertation/shared/contracts';

/** Where somebody is in a call: before it, at its door, inside, coming back after a loss, after it. */
export type CallPhase = 'idle' | 'joining' | 'waiting' | 'inside' | 'reconnecting' | 'ended';

export type DeviceKind = 'microphone' | 'camera' | 'speaker';
export type Device = { deviceId: string; label: string };
/** Why a device gives nothing: refused by the browser, absent, or held by another program. */
export type DeviceProblem = 'denied' | 'missing' | 'busy';

export type Devices = {
  found: Record<DeviceKind, readonly Device[]>;
  /** Remembered by this browser; null: the system's own. */
  chosen: Record<DeviceKind, string | null>;
  problems: Partial<Record<'microphone' | 'camera' | 'screen', DeviceProblem>>;
};

/** Something to say once, in a toast: `muted` by a moderator, `cannot_hear` told to the chair, a screen that ended… */
export type CallNotice = {
  id: number;
  kind:
    | 'muted'
    | 'cannot_hear'
    | 'screen_ended'
    | 'video_reduced'
    | 'video_restored'
    | 'chair'
    | 'microphone_failed'
    | 'camera_failed'
    | 'screen_failed'
    | 'refused';
  /** For `refused`. */
  code?: ErrorCode;
};

/** What the screen shows of a call. A new object at each change; its parts keep their identity while they do not change. */
export type CallState = {
  meetingId: string | null;
  phase: CallPhase;
  /** Why the last attempt to join failed. */
  error: ErrorCode | null;
  /** Why the call ended: `hung_up` by oneself. */
  end: CallEnd | 'hung_up' | null;
  /** My seat, once inside. */
  participantId: string | null;
  room: RoomState | null;
  speaker: string | null;
  chat: readonly ChatLine[];
  /** What I send. `muted`: the microphone is open and sends nothing. */
  microphone: 'off' | 'muted' | 'live';
  camera: 'off' | 'starting' | 'live';
  screen: 'off' | 'live';
  /** Video tracks to show, mine included (under `myPreview` while I have no seat), by participant. Audio plays by itself. */
  tracks: ReadonlyMap<string, Partial<Record<Exclude<MediaSource, 'microphone'>, MediaStreamTrack>>>;
  pointers: ReadonlyMap<string, { x: number; y: number }>;
  /** How my own connection carries the call, and what was given up for it: `no_video`, others' videos are paused. */
  quality: CallQuality | null;
  reduced: 'nothing' | 'no_video';
  devices: Devices;
  notices: readonly CallNotice[];
};

/** Whose tracks are mine before I have a seat: the preview of the green room. */
export const myPreview = 'preview';

/** What is shown, and how large: the client receives only that, in layers that fit. */
export type ShownVideo = {
  participantId: string;
  source: 'camera' | 'screen';
  /** Height of the tile, in CSS pixels. */
  height: number;
  /** Shown in a window of its own, which is seen while this tab is hidden. */
  elsewhere?: boolean;
};

/** Everything that the screen may ask. Each refusal becomes a notice `refused`; nothing throws. */
export type CallActions = {
  /** Finds the devices and asks the browser's permission, for the green room; in a call, opens again what failed. */
  prepare: (wanted: { microphone: boolean; camera: boolean }) => Promise<void>;
  /** Ends when inside, at the door, or refused, which `error` tells; devices go on by themselves. */
  join: (meetingId: string, options: { microphone: 'muted' | 'live' | 'off'; camera: boolean }) => Promise<void>;
  /** « Raccrocher ». */
  hangUp: () => void;
  /** Back to `idle`, from the end screen or the green room: devices are released. */
  reset: () => void;
  setMicrophone: (live: boolean) => Promise<void>;
  setCamera: (on: boolean) => Promise<void>;
  shareScreen: (takeOver: boolean) => Promise<void>;
  stopSharing: () => void;
  choose: (kind: DeviceKind, deviceId: string | null) => Promise<void>;
  show: (videos: readonly ShownVideo[]) => void;
  raiseHand: (raised: boolean) => void;
  lowerHand: (participantId: string) => void;
  sendChat: (text: string) => Promise<boolean>;
  keepChatLine: (lineId: string) => void;
  point: (at: { x: number; y: number } | null) => void;
  admit: (accountId: string, admitted: boolean) => void;
  mute: (participantId: string | null) => void;
  remove: (participantId: string) => void;
  lock: (locked: boolean) => void;
  stopScreen: () => void;
  cannotHear: () => void;
  dismiss: (noticeId: number) => void;
};

/** One call of one browser tab: an external store, and what may be asked of it. */
export type CallClient = CallActions & {
  subscribe: (listener: () => void) => () => void;
  snapshot: () => CallState;
  /** The level of my microphone, from 0 to 1, at each animation frame; returns how to stop. For the green room and the control bar. */
  onLevel: (listener: (level: number) => void) => () => void;
  /** The preview of my camera before joining, and while inside. */
  dispose: () => void;
};
