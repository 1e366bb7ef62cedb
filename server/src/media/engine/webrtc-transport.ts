import type { TransportOptions } from '@concertation/shared/contracts';
import type { types } from 'mediasoup';
import { AppError } from '../../lib/index.ts';
import type { WireParameters } from './engine-port.ts';
import { fromEngine, fromWire } from './refusals.ts';
import { readDtlsParameters } from './wire/dtls-parameters.ts';

const startBitrate = 1_000_000;

/** A transport of ours towards one browser, which connects once. */
export class BrowserTransport {
  readonly transport: types.WebRtcTransport;
  #connected = false;

  constructor(transport: types.WebRtcTransport) {
    this.transport = transport;
  }

  get id(): string {
    return this.transport.id;
  }

  /** Where the browser reaches it, as mediasoup-client takes it. */
  get options(): TransportOptions {
    const { id, iceParameters, iceCandidates, dtlsParameters, sctpParameters } = this.transport;
    const options = { id, iceParameters, iceCandidates, dtlsParameters };
    return sctpParameters ? { ...options, sctpParameters } : options;
  }

  /** Takes the browser's certificate. Throws `malformed`, also the second time; a certificate that means nothing does not count. */
  async connect(value: WireParameters): Promise<void> {
    const dtlsParameters = readDtlsParameters(value);
    if (this.#connected) throw new AppError('malformed');
    this.#connected = true;
    await fromWire(() => this.transport.connect({ dtlsParameters }));
  }

  async restartIce(): Promise<WireParameters> {
    return fromWire(() => this.transport.restartIce());
  }

  close(): void {
    this.transport.close();
  }
}

export type TransportPaths = { udp: boolean; tcp: boolean; data?: boolean };

/** Opens one at the worker's door. Throws `call_unavailable`. */
export async function openTransport(
  router: types.Router,
  webRtcServer: types.WebRtcServer,
  { udp, tcp, data = false }: TransportPaths,
): Promise<BrowserTransport> {
  const transport = await fromEngine(() =>
    router.createWebRtcTransport({
      webRtcServer,
      enableUdp: udp,
      enableTcp: tcp,
      preferUdp: udp,
      initialAvailableOutgoingBitrate: startBitrate,
      enableSctp: data,
      ...(data
        ? { maxSendMessageSize: 16_384, maxReceiveMessageSize: 16_384, sctpSendBufferSize: 65_536 }
        : { enableSctp: false }),
    }),
  );
  return new BrowserTransport(transport);
}
