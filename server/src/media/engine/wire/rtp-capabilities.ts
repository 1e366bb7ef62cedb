import type { types } from 'mediasoup';
import { z } from 'zod';
import { channels, clockRate, codecParameters, payloadType, readWire, rtcpFeedback } from './outline.ts';

const kind = z.enum(['audio', 'video']);

const rtpCapabilities = z.object({
  codecs: z
    .array(
      z.object({
        kind,
        mimeType: z.string().regex(/^(audio|video)\/[A-Za-z0-9.-]{1,40}$/),
        preferredPayloadType: payloadType,
        clockRate,
        channels: channels.optional(),
        parameters: codecParameters.default({}),
        rtcpFeedback: rtcpFeedback.default([]),
      }),
    )
    .max(64)
    .default([]),
  headerExtensions: z
    .array(z.object({ kind, uri: z.string().min(1).max(200), preferredId: z.number().int().min(1).max(255) }))
    .max(64)
    .default([]),
});

/** What a browser is able to receive. Throws `malformed`. */
export const readRtpCapabilities = (value: unknown): types.RtpCapabilities =>
  // A field that is absent and one that is undefined are the same to mediasoup, not to its types.
  readWire(rtpCapabilities, value) as types.RtpCapabilities;
