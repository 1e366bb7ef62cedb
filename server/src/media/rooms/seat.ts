import type { CallQuality, MediaSource, SentSource } from '@concertation/shared/contracts';
import type { Role } from '@concertation/shared/access';
import type { Principal } from '../../access/index.ts';

/** Somebody's place in a call: what the others are told of it. It is kept while their connection is lost. */
export type Seat = {
  readonly participantId: string;
  /** As of the session that last took it. */
  principal: Principal;
  /** On the meeting, as they are now. */
  roles: readonly Role[];
  connected: boolean;
  handRaisedAt: Date | null;
  sources: Map<MediaSource, SentSource>;
  quality: CallQuality | null;
};

/** A seat that nobody has used yet. */
export function newSeat(participantId: string, principal: Principal, roles: readonly Role[]): Seat {
  return {
    participantId,
    principal,
    roles,
    connected: true,
    handRaisedAt: null,
    sources: new Map(),
    quality: null,
  };
}
