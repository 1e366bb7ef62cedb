import { type MediaOutput, type MediaPath, mediaPaths } from '@concertation/shared/contracts';
import type { types } from 'mediasoup-client';
import { SignallingRefusal, SignallingSocket } from '../../../signalling/index.ts';
import { destinationOf, type PathsFound, type PathState, relayOf } from './paths.ts';

type Probe = MediaOutput<'probe'>;
type Reached = { state: 'open' | 'closed'; relayBy: PathsFound['relayBy'] };

const connectWithinMs = 8_000;

/** Over what the relay was reached: the browser says it of its own candidate. */
async function relayProtocolOf(transport: types.Transport): Promise<PathsFound['relayBy']> {
  for (const entry of (await transport.getStats()).values() as Iterable<Record<string, unknown>>) {
    const by = entry.type === 'local-candidate' ? entry.relayProtocol : null;
    if (by === 'udp' || by === 'tcp' || by === 'tls') return by;
  }
  return null;
}

/** Opens one transport and a data channel on it: the same handshakes as for voice, and no device is asked for. */
async function tryPath(socket: SignallingSocket, path: MediaPath, probe: Probe): Promise<Reached> {
  const { Device } = await import('mediasoup-client');
  const device = new Device();
  await device.load({ routerRtpCapabilities: probe.rtpCapabilities as types.RtpCapabilities });
  const relays = path === 'relay';
  const transport = device.createSendTransport({
    ...(probe.transport as unknown as types.TransportOptions),
    // Without a relay to choose, what connects can only be the path under test.
    iceServers: relays ? (probe.iceServers as RTCIceServer[]) : [],
    iceTransportPolicy: relays ? 'relay' : 'all',
  });
  const { promise: connected, resolve } = Promise.withResolvers<boolean>();
  const limit = setTimeout(() => resolve(false), connectWithinMs);
  transport.on('connect', ({ dtlsParameters }, proceed, refuse) => {
    void socket.ask('connectTransport', { transportId: transport.id, dtlsParameters }).then(
      () => proceed(),
      (error: Error) => refuse(error),
    );
  });
  // The server takes no data: the channel is there for the browser to negotiate one.
  transport.on('producedata', (_parameters, proceed) => proceed({ id: crypto.randomUUID() }));
  transport.on('connectionstatechange', (state) => {
    if (state === 'connected') resolve(true);
    else if (state === 'failed' || state === 'closed') resolve(false);
  });
  try {
    transport.produceData().catch(() => resolve(false));
    if (!(await connected)) return { state: 'closed', relayBy: null };
    return { state: 'open', relayBy: relays ? await relayProtocolOf(transport) : null };
  } finally {
    clearTimeout(limit);
    transport.close();
  }
}

/**
 * Tries each path that media may take, one after the other: straight over UDP, straight over TCP, through the relay.
 * Null: this server carries no call. Rejects with SignallingRefusal `lost` when signalling itself does not pass.
 */
export async function findPaths(): Promise<PathsFound | null> {
  const socket = new SignallingSocket();
  const states: Record<MediaPath, PathState> = { udp: 'absent', tcp: 'absent', relay: 'absent' };
  const destinations = new Set<string>();
  let relayBy: PathsFound['relayBy'] = null;
  socket.open();
  try {
    await socket.whenOpen();
    for (const path of mediaPaths) {
      const probe = await socket.ask('probe', { path });
      if (!probe.transport) continue;
      const candidates = path === 'relay' ? [] : probe.transport.iceCandidates.map(destinationOf);
      const relays = path === 'relay' ? probe.iceServers.flatMap(({ urls }) => urls).map(relayOf) : [];
      for (const destination of [...candidates, ...relays]) if (destination) destinations.add(destination);
      const reached = await tryPath(socket, path, probe);
      states[path] = reached.state;
      relayBy = reached.relayBy ?? relayBy;
    }
    return { states, relayBy, destinations: [...destinations], foundAt: new Date().toISOString() };
  } catch (error) {
    if (error instanceof SignallingRefusal && error.code === 'call_unavailable') return null;
    throw error;
  } finally {
    socket.close();
  }
}
