import type {
  ConsumerOptions,
  MediaEngineState,
  MediaPath,
  MediaSource,
  TransportOptions,
} from '@concertation/shared/contracts';

/** Parameters of WebRTC as they came off the wire, their outline checked; mediasoup checks them in depth. */
export type WireParameters = Record<string, unknown>;

/** What carries media, whatever is behind: what signalling knows of it. Constructed once, by the media host. */
export type Engine = {
  state: () => MediaEngineState;
  /** Called after each change of `state`. */
  onState: (listener: (state: MediaEngineState) => void) => void;
  /** Opens the media of one call. Throws `call_unavailable` while there is no worker. */
  openRoom: () => Promise<EngineRoom>;
  /** One transport that carries data by one path alone; null where there is no such path. Throws `call_unavailable`. */
  probe: (path: MediaPath) => Promise<EngineProbe | null>;
  rtpCapabilities: () => WireParameters;
  stop: () => Promise<void>;
};

export type EngineRoom = {
  rtpCapabilities: WireParameters;
  /** A participant's media: one transport to send, one to receive, on the worker that has room for them. */
  openSeat: () => Promise<EngineSeat>;
  /** The seat whose microphone is loudest; null when all are silent. */
  onSpeaker: (listener: (seatId: string | null) => void) => void;
  /** A worker died: every seat of the room is gone, and a new room must be opened. Called once. */
  onLost: (listener: () => void) => void;
  close: () => void;
};

export type EngineSeat = {
  seatId: string;
  transports: { send: TransportOptions; receive: TransportOptions };
  /** Throws `not_found` for a transport that is not this seat's, `malformed` for parameters that mean nothing or a second call. */
  connectTransport: (transportId: string, dtlsParameters: WireParameters) => Promise<void>;
  restartIce: (transportId: string) => Promise<WireParameters>;
  /** Throws `malformed`. A second producer of the same source replaces the first. */
  produce: (source: MediaSource, rtpParameters: WireParameters, paused: boolean) => Promise<{ producerId: string }>;
  pauseSource: (source: MediaSource, paused: boolean) => Promise<void>;
  closeSource: (source: MediaSource) => void;
  /** Producers of other seats of the room that still live; video starts paused. Throws `malformed`, `too_many`. */
  consume: (producerIds: readonly string[], rtpCapabilities: WireParameters) => Promise<ConsumerOptions[]>;
  /** Throws `not_found` for a consumer that is not this seat's. */
  tuneConsumer: (consumerId: string, tuning: { paused: boolean; spatialLayer?: number | undefined }) => Promise<void>;
  closeConsumer: (consumerId: string) => void;
  close: () => void;
};

export type EngineProbe = {
  transport: TransportOptions;
  connectTransport: (transportId: string, dtlsParameters: WireParameters) => Promise<void>;
  close: () => void;
};
