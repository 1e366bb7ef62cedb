import type { MediaSource } from '@concertation/shared/contracts';
import type { types } from 'mediasoup-client';

type Sending = Pick<types.ProducerOptions, 'encodings' | 'codecOptions'>;

/**
 * What each source is sent with. Microphone: Opus, mono, with error correction, and nothing while nobody speaks. Camera:
 * three layers for 1280 × 720, of which a receiver gets the one that fits its tile. Screen: a small one, and one in which
 * words can be read, few images a second.
 */
export const sendingOptions: Record<MediaSource, Sending> = {
  microphone: {
    encodings: [{ maxBitrate: 40_000, priority: 'high', networkPriority: 'high' }],
    codecOptions: { opusStereo: false, opusFec: true, opusDtx: true, opusNack: true },
  },
  camera: {
    encodings: [
      { scaleResolutionDownBy: 4, maxBitrate: 100_000, maxFramerate: 15, scalabilityMode: 'L1T2' },
      { scaleResolutionDownBy: 2, maxBitrate: 300_000, scalabilityMode: 'L1T2' },
      { scaleResolutionDownBy: 1, maxBitrate: 900_000, scalabilityMode: 'L1T2' },
    ],
    codecOptions: { videoGoogleStartBitrate: 500 },
  },
  screen: {
    encodings: [
      { scaleResolutionDownBy: 2, maxBitrate: 400_000, maxFramerate: 5, scalabilityMode: 'L1T2' },
      { scaleResolutionDownBy: 1, maxBitrate: 1_800_000, maxFramerate: 15, scalabilityMode: 'L1T2' },
    ],
    codecOptions: { videoGoogleStartBitrate: 800 },
  },
};
