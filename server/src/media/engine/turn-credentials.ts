import { createHmac } from 'node:crypto';
import type { IceServer } from '@concertation/shared/contracts';
import type { MediaSettings } from '../../config/index.ts';

/**
 * Credentials that coturn accepts until this moment, by itself: it shares the secret (`use-auth-secret`,
 * `static-auth-secret`) and asks nobody. `name` is an opaque id, never a person's. Source: draft-uberti-behave-turn-rest-00.
 */
export function turnCredentials(secret: string, name: string, until: Date): { username: string; credential: string } {
  const username = `${Math.floor(until.getTime() / 1000)}:${name}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

/** What a browser is given to go through the relay; empty where there is none. `seatId`: who asks, opaque. */
export function iceServers(
  turn: MediaSettings['turn'],
  secret: string | null | undefined,
  seatId: string,
  now: Date,
): IceServer[] {
  if (!secret || turn.urls.length === 0) return [];
  const until = new Date(now.getTime() + turn.minutes * 60_000);
  return [{ urls: turn.urls, ...turnCredentials(secret, seatId, until) }];
}
