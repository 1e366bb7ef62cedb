import type { CallState } from './call-state.ts';

/** The state before any client is loaded. */
export const idleCall: CallState = {
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
  devices: {
    found: { microphone: [], camera: [], speaker: [] },
    chosen: { microphone: null, camera: null, speaker: null },
    problems: {},
  },
  notices: [],
};
