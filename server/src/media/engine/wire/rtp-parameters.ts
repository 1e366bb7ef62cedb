import type { MediaSource } from '@concertation/shared/contracts';
import type { types } from 'mediasoup';
import { z } from 'zod';
import { AppError } from '../../../lib/index.ts';
import { routerCapabilities } from '../media-codecs.ts';
import { sourceLimits } from '../source-limits.ts';
import { channels, clockRate, codecParameters, payloadType, readWire, rtcpFeedback } from './outline.ts';

const ssrc = z
  .number()
  .int()
  .min(1)
  .max(2 ** 32 - 1);
const extensions = new Set<string>((routerCapabilities.headerExtensions ?? []).map(({ uri }) => uri));

const rtpParameters = z.object({
  mid: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,8}$/)
    .optional(),
  codecs: z
    .array(
      z.object({
        mimeType: z.string().regex(/^(audio|video)\/(opus|VP8|H264|rtx)$/i),
        payloadType,
        clockRate,
        channels: channels.optional(),
        parameters: codecParameters.default({}),
        rtcpFeedback: rtcpFeedback.default([]),
      }),
    )
    .min(1)
    .max(2),
  headerExtensions: z
    .array(z.object({ uri: z.string().refine((uri) => extensions.has(uri)), id: z.number().int().min(1).max(255) }))
    .max(16)
    .default([]),
  encodings: z
    .array(
      z.object({
        ssrc: ssrc.optional(),
        rid: z
          .string()
          .regex(/^[A-Za-z0-9]{1,8}$/)
          .optional(),
        rtx: z.object({ ssrc }).optional(),
        dtx: z.boolean().optional(),
        scalabilityMode: z
          .string()
          .regex(/^[LS][1-3]T[1-3](_KEY)?$/)
          .optional(),
        maxBitrate: z.number().int().min(1).max(50_000_000).optional(),
      }),
    )
    .min(1)
    .max(3),
  rtcp: z
    .object({ cname: z.string().max(64).optional(), reducedSize: z.boolean().optional() })
    .default({ reducedSize: true }),
  msid: z.string().max(160).optional(),
});
type RtpParameters = z.output<typeof rtpParameters>;

const isRtx = ({ mimeType }: { mimeType: string }): boolean => mimeType.toLowerCase().endsWith('/rtx');
const areDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

/** One codec, and at most the one that resends its packets: no browser sends more once it has negotiated. */
function codecsHold({ codecs }: RtpParameters, kind: string): boolean {
  const [media, resent] = codecs;
  if (!media || isRtx(media) || !media.mimeType.toLowerCase().startsWith(`${kind}/`)) return false;
  if (!resent) return true;
  const apt = resent.parameters.apt;
  return isRtx(resent) && apt === media.payloadType && resent.payloadType !== media.payloadType;
}

function streamsHold({ encodings, headerExtensions }: RtpParameters, kind: string): boolean {
  const streams = encodings.flatMap((encoding) => [encoding.ssrc, encoding.rtx?.ssrc]).filter(Boolean);
  const rids = encodings.flatMap(({ rid }) => rid ?? []);
  const several = encodings.length > 1;
  return (
    areDistinct(streams) &&
    areDistinct(rids) &&
    areDistinct(headerExtensions.map(({ id }) => id)) &&
    (!several || (kind === 'video' && encodings.every(({ ssrc, rid }) => ssrc ?? rid)))
  );
}

/** What a browser is about to send from this source. Throws `malformed`. */
export function readRtpParameters(value: unknown, source: MediaSource): types.RtpParameters {
  const read = readWire(rtpParameters, value);
  const { kind } = sourceLimits[source];
  if (!codecsHold(read, kind) || !streamsHold(read, kind)) throw new AppError('malformed');
  // A field that is absent and one that is undefined are the same to mediasoup, not to its types.
  return read as types.RtpParameters;
}
