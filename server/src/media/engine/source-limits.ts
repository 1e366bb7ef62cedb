import type { MediaSource } from '@concertation/shared/contracts';

type SourceLimits = {
  kind: 'audio' | 'video';
  /** Bits per second that the sender is allowed for it, all layers together. */
  bitrate: number;
  /** Milliseconds between two key frames asked of the sender, so that a crowd that arrives costs one. */
  keyFrameDelay: number;
  /** Who gives way first when a receiver lacks bandwidth: the lowest. */
  priority: number;
  /** The layer sent until the receiver says how large it shows it. */
  firstLayer: number;
};

/** A shared screen must be legible: it has more room than faces, which give way first. */
export const sourceLimits: Record<MediaSource, SourceLimits> = {
  microphone: { kind: 'audio', bitrate: 64_000, keyFrameDelay: 0, priority: 255, firstLayer: 0 },
  camera: { kind: 'video', bitrate: 2_000_000, keyFrameDelay: 500, priority: 1, firstLayer: 0 },
  screen: { kind: 'video', bitrate: 4_000_000, keyFrameDelay: 500, priority: 100, firstLayer: 2 },
};

/** What a participant may send in all, in bits per second, with these sources. */
export const incomingBitrate = (sources: Iterable<MediaSource>): number =>
  [...sources].reduce((sum, source) => sum + sourceLimits[source].bitrate, 100_000);
