/** The state of a transport, as the browser tells it. Source: W3C WebRTC, RTCPeerConnectionState. */
export type PathState = 'new' | 'connecting' | 'connected' | 'disconnected' | 'failed' | 'closed';

/** What is known of the paths of a call when deciding; times in milliseconds before now, null: not so. */
export type PathTrouble = {
  states: readonly PathState[];
  /** For how long one of them has not been carrying anything. */
  troubledFor: number | null;
  /** How long ago a new path was asked for, since the trouble began. */
  restartedFor: number | null;
  /** The machine changed networks: what still looks connected may be dead. */
  networkChanged: boolean;
  /** Rebuilds in a row that carried nothing. */
  rebuilds: number;
};

/** `restart`: find a new path for the same transports. `rebuild`: new transports. */
export type Recovery = 'nothing' | 'restart' | 'rebuild';

/** A short cut often mends itself, and a first connection takes its time. */
const patience = { disconnected: 2_000, connecting: 8_000 } as const;
const rebuildAfterMs = 5_000;

/** Whether a transport carries nothing though it was asked to. One that was never used is `new`, which is no trouble. */
export function isTroubled(state: PathState): boolean {
  return state !== 'connected' && state !== 'new';
}

/** What to do for the paths now. After a rebuild that carried nothing, the next one waits twice as long. */
export function recoverPath({ states, troubledFor, restartedFor, networkChanged, rebuilds }: PathTrouble): Recovery {
  if (states.includes('closed')) return 'rebuild';
  if (networkChanged && states.some((state) => state !== 'new')) return 'restart';
  if (troubledFor === null) return 'nothing';
  if (restartedFor !== null) {
    const wait = rebuildAfterMs * 2 ** Math.min(rebuilds, 3);
    return restartedFor >= wait ? 'rebuild' : 'nothing';
  }
  if (states.includes('failed')) return 'restart';
  if (states.includes('disconnected')) return troubledFor >= patience.disconnected ? 'restart' : 'nothing';
  return troubledFor >= patience.connecting ? 'restart' : 'nothing';
}
