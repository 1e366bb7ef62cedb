import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from './environment.ts';

/** Where and how calls are carried. Ports are both UDP and TCP. */
export type MediaSettings = {
  /** False: this server carries no call, and says so. */
  enabled: boolean;
  /** A media worker built elsewhere; null: it is found, downloaded or built. */
  workerBin: string | null;
  /** Where a downloaded or built worker is kept, out of the project. */
  cacheDirectory: string;
  /** Processes that carry media, one for each core. */
  workers: number;
  listenAddress: string;
  /** What browsers are told, behind an address translation; null: `listenAddress`. */
  announcedAddress: string | null;
  /** The first worker's port, the next ones follow; 0: any free ones. */
  port: number;
  /** False where only TCP crosses: for tests and odd networks. */
  udp: boolean;
  /** What one worker forwards at most before the next one helps. */
  consumersPerWorker: number;
  participantsPerCall: number;
  /** Videos that one browser receives at once. */
  videosPerParticipant: number;
  messagesPerSecond: number;
  turn: { urls: string[]; minutes: number };
};

const isEverywhere = (address: string): boolean => address === '0.0.0.0' || address === '::';

/** A call that nobody can reach looks like a broken browser: each contradiction is named before the start. */
export function mediaRefusals(environment: Environment): string[] {
  const { MEDIA_OFF, MEDIA_LISTEN_ADDRESS, HOST, MEDIA_ANNOUNCED_ADDRESS, TURN_URLS, TURN_SECRET, NODE_ENV } =
    environment;
  const refusals: string[] = [];
  if (!MEDIA_OFF && isEverywhere(MEDIA_LISTEN_ADDRESS ?? HOST) && !MEDIA_ANNOUNCED_ADDRESS)
    refusals.push(
      'MEDIA_ANNOUNCED_ADDRESS manque : donnez l’adresse que les navigateurs joignent, ou MEDIA_OFF=1 pour un serveur sans visioconférence.',
    );
  if (TURN_URLS && !TURN_SECRET)
    refusals.push(
      'TURN_SECRET manque : donnez le secret partagé avec coturn (static-auth-secret), ou retirez TURN_URLS.',
    );
  if (NODE_ENV === 'production' && TURN_SECRET && TURN_SECRET.length < 32)
    refusals.push('TURN_SECRET est trop court : donnez au moins 32 caractères.');
  return refusals;
}

/** What the environment says of calls. The TURN secret goes apart, with the secrets. */
export function readMedia(environment: Environment): MediaSettings {
  return {
    enabled: !environment.MEDIA_OFF,
    workerBin: environment.MEDIASOUP_WORKER_BIN ?? null,
    cacheDirectory: environment.MEDIA_CACHE_DIR ?? environment.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
    workers: environment.MEDIA_WORKERS ?? availableParallelism(),
    listenAddress: environment.MEDIA_LISTEN_ADDRESS ?? environment.HOST,
    announcedAddress: environment.MEDIA_ANNOUNCED_ADDRESS ?? null,
    port: environment.MEDIA_PORT ?? (environment.NODE_ENV === 'test' ? 0 : 44_400),
    udp: environment.MEDIA_UDP,
    consumersPerWorker: environment.MEDIA_CONSUMERS_PER_WORKER,
    participantsPerCall: environment.CALL_PARTICIPANTS,
    videosPerParticipant: environment.CALL_VIDEOS,
    messagesPerSecond: environment.MEDIA_MESSAGES_PER_SECOND,
    turn: { urls: environment.TURN_URLS ?? [], minutes: environment.TURN_MINUTES },
  };
}
