import type { WireParameters } from '../../src/media/engine/engine-port.ts';

let next = 1000;
const newSsrc = () => (next += 1);
const mid = { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1 };
const level = { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 10 };
const rid = { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 2 };
const transportCc = { uri: 'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01', id: 5 };

/** What Chromium sends from a microphone. */
export const opusParameters = (): WireParameters => ({
  mid: String(newSsrc()),
  codecs: [
    {
      mimeType: 'audio/opus',
      payloadType: 111,
      clockRate: 48_000,
      channels: 2,
      parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
      rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
    },
  ],
  headerExtensions: [mid, level, transportCc].map((extension) => ({ ...extension, encrypt: false, parameters: {} })),
  encodings: [{ ssrc: newSsrc(), dtx: true }],
  rtcp: { cname: 'somebody', reducedSize: true },
});

/** What Chromium sends from a camera: three layers of VP8. */
export const cameraParameters = (): WireParameters => ({
  mid: String(newSsrc()),
  codecs: [
    {
      mimeType: 'video/VP8',
      payloadType: 96,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }, { type: 'transport-cc' }],
    },
    { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 }, rtcpFeedback: [] },
  ],
  headerExtensions: [mid, rid, transportCc].map((extension) => ({ ...extension, encrypt: false, parameters: {} })),
  encodings: ['r0', 'r1', 'r2'].map((name, layer) => ({
    rid: name,
    active: true,
    scaleResolutionDownBy: 4 / 2 ** layer,
    scalabilityMode: 'L1T3',
    maxBitrate: 100_000 * 4 ** layer,
  })),
  rtcp: { cname: 'somebody', reducedSize: true },
});

/** The certificate of nobody. */
export const dtlsParameters = (): WireParameters => ({
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'A7').join(':') }],
});

/** What Safari sends from a camera that it encodes in hardware: one layer of H.264. */
export const h264Parameters = (): WireParameters => ({
  mid: String(newSsrc()),
  codecs: [
    {
      mimeType: 'video/H264',
      payloadType: 98,
      clockRate: 90_000,
      parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
      rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }],
    },
    { mimeType: 'video/rtx', payloadType: 99, clockRate: 90_000, parameters: { apt: 98 }, rtcpFeedback: [] },
  ],
  headerExtensions: [mid],
  encodings: [{ ssrc: newSsrc(), rtx: { ssrc: newSsrc() }, maxBitrate: 1_500_000 }],
  rtcp: { cname: 'somebody' },
});
