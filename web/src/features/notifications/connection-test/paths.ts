import { type ConnectionTest, type MediaPath, mediaPaths } from '@concertation/shared/contracts';

/** `absent`: this installation offers no such path. */
export type PathState = 'open' | 'closed' | 'absent';

/** What was found of each path that media may take. */
export type PathsFound = {
  states: Record<MediaPath, PathState>;
  /** How the relay was reached; null when it was not. */
  relayBy: 'udp' | 'tcp' | 'tls' | null;
  /** What a firewall has to let out, whether or not it did: « UDP 192.0.2.10:44400 ». */
  destinations: string[];
  foundAt: string;
};

/** The best path that is open; `none` when no path is. */
export function bestPath({ states }: PathsFound): Exclude<ConnectionTest['media'], null> {
  return mediaPaths.find((path) => states[path] === 'open') ?? 'none';
}

/** Whether the network closes a better path than the one that serves: there is something to ask of who runs it. */
export function isHindered(found: PathsFound): boolean {
  const best = bestPath(found);
  const better = best === 'none' ? mediaPaths : mediaPaths.slice(0, mediaPaths.indexOf(best));
  return better.some((path) => found.states[path] === 'closed');
}

/** A candidate of the server, as « UDP 192.0.2.10:44400 »; null for one that says no address. Source: RFC 8839. */
export function destinationOf(candidate: Record<string, unknown>): string | null {
  const { protocol, ip, address = ip, port } = candidate;
  if (typeof protocol !== 'string' || typeof address !== 'string' || typeof port !== 'number') return null;
  return `${protocol.toUpperCase()} ${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** The address of a relay, as « TLS turn.example.org:443 »; null for what is no TURN address. Source: RFC 7065. */
export function relayOf(url: string): string | null {
  const parts = /^(turns?):(\[[^\]]+\]|[^:?]+)(?::(\d+))?(?:\?transport=(udp|tcp))?$/.exec(url);
  if (!parts) return null;
  const [, scheme, host, port, transport] = parts;
  const secure = scheme === 'turns';
  const protocol = secure ? (transport === 'udp' ? 'DTLS' : 'TLS') : (transport ?? 'udp').toUpperCase();
  return `${protocol} ${host}:${port ?? (secure ? '5349' : '3478')}`;
}
