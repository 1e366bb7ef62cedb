import type { MediaSource, TransportOptions } from '@concertation/shared/contracts';
import type { Device, types } from 'mediasoup-client';
import { SignallingRefusal } from '../../../../signalling/index.ts';
import type { Ask, MediaLink, Publication, Reading, Seat } from './media-link.ts';
import { sendingOptions } from './sending-options.ts';

/** mediasoup-client, once it was fetched: nobody needs it before a first call. */
export type MediaLibrary = { Device: new () => Device };

type Sent = { source: MediaSource; paused: boolean; takeOver: boolean };

/** Makes the transports that the server opened for a seat: nothing goes over the network before something is sent or received. */
export async function openMediaLink(
  library: MediaLibrary,
  ask: Ask,
  { rtpCapabilities, transports, iceServers }: Seat & { transports: NonNullable<Seat['transports']> },
): Promise<MediaLink> {
  const device = new library.Device();
  // The wire carries mediasoup's own objects, of which the contract checks the outline only.
  await device.load({ routerRtpCapabilities: rtpCapabilities as types.RtpCapabilities });
  const servers = iceServers as RTCIceServer[];
  const optionsOf = (offered: TransportOptions) =>
    ({ ...offered, iceServers: servers }) as unknown as types.TransportOptions;
  const sending = device.createSendTransport(optionsOf(transports.send));
  const receiving = device.createRecvTransport(optionsOf(transports.receive));
  let broken = false;
  // A browser leaves what it was doing for ever when a connection is closed under it: whoever waits is told.
  const closing = Promise.withResolvers<never>();
  closing.promise.catch(() => undefined);
  const whileOpen = <Result>(work: Promise<Result>): Promise<Result> => Promise.race([work, closing.promise]);
  const stateListeners = new Set<() => void>();

  for (const transport of [sending, receiving]) {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      const connected = ask('connectTransport', { transportId: transport.id, dtlsParameters });
      void settle(connected, done, (error) => {
        broken = true;
        failed(error);
      });
    });
    transport.on('connectionstatechange', () => {
      for (const listener of stateListeners) listener();
    });
  }
  sending.on('produce', ({ rtpParameters, appData }, done, failed) => {
    const { source, paused, takeOver } = appData as Sent;
    const produced = ask('produce', { source, rtpParameters, paused, takeOver });
    void settle(produced, ({ producerId }) => done({ id: producerId }), failed);
  });

  const restart = async (transport: types.Transport<types.AppData>): Promise<void> => {
    if (transport.connectionState === 'new') return;
    const { iceParameters, iceServers: fresh } = await ask('restartIce', { transportId: transport.id });
    await transport.updateIceServers({ iceServers: fresh as RTCIceServer[] });
    await transport.restartIce({ iceParameters: iceParameters as types.IceParameters });
  };

  return {
    publish: async (source, track, { paused, takeOver }) => {
      const codec = device.sendRtpCapabilities.codecs?.find(({ mimeType }) => mimeType.toLowerCase() === 'video/vp8');
      track.enabled = !paused;
      const producing = sending.produce({
        track,
        ...sendingOptions[source],
        ...(track.kind === 'video' && codec ? { codec } : {}),
        // Tracks outlive transports: they are sent again after a rebuild, without asking the browser for the device.
        stopTracks: false,
        appData: { source, paused, takeOver } satisfies Sent,
      });
      return publicationOf(await whileOpen(producing), whileOpen);
    },
    receive: async (producerIds) => {
      const { consumers } = await ask('consume', {
        producerIds: [...producerIds],
        rtpCapabilities: device.recvRtpCapabilities,
      });
      const consuming = consumers.map((options) => receiving.consume(options as unknown as types.ConsumerOptions));
      return (await whileOpen(Promise.all(consuming))).map(readingOf);
    },
    restart: async () => void (await whileOpen(Promise.all([restart(sending), restart(receiving)]))),
    states: () => [sending.connectionState, receiving.connectionState],
    onState: (listener) => void stateListeners.add(listener),
    statistics: async () => {
      const [sent, received] = await whileOpen(Promise.all([sending.getStats(), receiving.getStats()]));
      return { sent: [...sent.values()], received: [...received.values()] };
    },
    broken: () => broken,
    close: () => {
      stateListeners.clear();
      closing.reject(new SignallingRefusal('lost'));
      sending.close();
      receiving.close();
    },
  };
}

/** mediasoup-client waits by callbacks. */
async function settle<Answer>(
  asked: Promise<Answer>,
  done: (answer: Answer) => void,
  failed: (error: Error) => void,
): Promise<void> {
  try {
    done(await asked);
  } catch (error) {
    failed(error instanceof Error ? error : new Error(String(error)));
  }
}

function publicationOf(
  producer: types.Producer,
  whileOpen: <Result>(work: Promise<Result>) => Promise<Result>,
): Publication {
  return {
    producerId: producer.id,
    track: () => producer.track,
    pause: (paused) => {
      if (producer.closed) return;
      if (paused) producer.pause();
      else producer.resume();
    },
    replaceTrack: (track) => whileOpen(producer.replaceTrack({ track })),
    limitLayers: (largest) => whileOpen(producer.setMaxSpatialLayer(largest)),
    close: () => producer.close(),
  };
}

function readingOf(consumer: types.Consumer): Reading {
  return {
    consumerId: consumer.id,
    producerId: consumer.producerId,
    track: consumer.track,
    close: () => consumer.close(),
  };
}
