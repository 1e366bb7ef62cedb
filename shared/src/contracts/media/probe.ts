import { z } from 'zod';
import { mediaRequest } from './request.ts';
import { iceServer, rtpCapabilities, transportOptions } from './transport-parameters.ts';

/** Roads that media may take, from the best to the one that crosses every firewall. */
export const mediaPaths = ['udp', 'tcp', 'relay'] as const;
export const mediaPath = z.enum(mediaPaths);
export type MediaPath = z.infer<typeof mediaPath>;

/** One transport that carries data, to see whether a path is open; closed with the socket or by the next probe. */
export const probe = mediaRequest({
  gate: 'session',
  summary: '« Tester ma connexion »: a transport reachable by one path alone',
  input: z.object({ path: mediaPath }),
  output: z.object({
    rtpCapabilities,
    iceServers: z.array(iceServer),
    /** Null: this installation offers no such path (no TURN server). */
    transport: transportOptions.nullable(),
  }),
});
