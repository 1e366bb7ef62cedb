import { z } from 'zod';

/** Objects that mediasoup itself checks in depth: here, their outline and their size. */
const loose = z.looseObject({});

export const mediaId = z.uuid();

/** Certificates' fingerprints and the role in the DTLS handshake. Source: W3C WebRTC, RTCDtlsParameters. */
export const dtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().regex(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){19,63}$/),
      }),
    )
    .min(1)
    .max(8),
});

/** What a browser receives or sends: codecs, header extensions, encodings. Source: W3C ORTC, RTCRtpParameters. */
export const rtpParameters = z.looseObject({
  mid: z.string().max(64).optional(),
  codecs: z.array(loose).min(1).max(16),
  headerExtensions: z.array(loose).max(32).optional(),
  encodings: z.array(loose).max(4).optional(),
  rtcp: loose.optional(),
});

/** What a browser is able to receive. */
export const rtpCapabilities = z.looseObject({
  codecs: z.array(loose).max(64).optional(),
  headerExtensions: z.array(loose).max(64).optional(),
});

/** Where a transport of the server is reached, as mediasoup-client takes it. */
export const transportOptions = z.object({
  id: mediaId,
  iceParameters: loose,
  iceCandidates: z.array(loose),
  dtlsParameters: loose,
  sctpParameters: loose.optional(),
});
export type TransportOptions = z.infer<typeof transportOptions>;

/** A STUN or TURN server, with credentials that end with the call. Source: W3C WebRTC, RTCIceServer. */
export const iceServer = z.object({
  urls: z.array(z.string()),
  username: z.string().optional(),
  credential: z.string().optional(),
});
export type IceServer = z.infer<typeof iceServer>;
