import { generateRouterRtpCapabilities } from 'mediasoup/ortc';
import type { types } from 'mediasoup';

/**
 * What every router speaks. Speech: one channel, silent when nobody speaks, repaired when packets are lost. VP8 for all,
 * with simulcast; H.264 for what encodes it in hardware (Safari, telephones).
 */
export const mediaCodecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { minptime: 10, useinbandfec: 1, usedtx: 1, stereo: 0, 'sprop-stereo': 0 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000, parameters: { 'x-google-start-bitrate': 600 } },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
];

/** What a router tells browsers of itself: the same for all, known before there is any worker. */
export const routerCapabilities: types.RtpCapabilities = generateRouterRtpCapabilities(mediaCodecs);
