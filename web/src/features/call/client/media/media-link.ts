import type { MediaOutput, MediaSource } from '@concertation/shared/contracts';
import type { SignallingSocket } from '../../../../signalling/index.ts';
import type { PathState } from './recover-path.ts';

export type Ask = SignallingSocket['ask'];
/** The reply to `join` of somebody who is inside. */
export type Seat = Extract<MediaOutput<'join'>, { state: 'inside' }>;

/** One source as the server received it. */
export type Publication = {
  readonly producerId: string;
  track: () => MediaStreamTrack | null;
  /** Stops or resumes the flow on this side; the server is told apart. */
  pause: (paused: boolean) => void;
  replaceTrack: (track: MediaStreamTrack) => Promise<void>;
  /** The largest simulcast layer that is sent. */
  limitLayers: (largest: 0 | 1 | 2) => Promise<void>;
  close: () => void;
};

/** Something received from somebody. */
export type Reading = {
  readonly consumerId: string;
  readonly producerId: string;
  readonly track: MediaStreamTrack;
  close: () => void;
};

/** The two transports of a seat, for as long as they live: what mediasoup-client does for a call, without the call. */
export type MediaLink = {
  /** Rejects with SignallingRefusal, or whatever the browser threw. */
  publish: (
    source: MediaSource,
    track: MediaStreamTrack,
    options: { paused: boolean; takeOver: boolean },
  ) => Promise<Publication>;
  /** What of it still lived. Rejects with SignallingRefusal. */
  receive: (producerIds: readonly string[]) => Promise<Reading[]>;
  /** Finds a new path for both transports. Rejects with SignallingRefusal. */
  restart: () => Promise<void>;
  states: () => PathState[];
  /** Called when a transport changes state. */
  onState: (listener: () => void) => void;
  statistics: () => Promise<{ sent: unknown[]; received: unknown[] }>;
  /** A step of its birth was lost on the way: only new transports will do. */
  broken: () => boolean;
  close: () => void;
};
