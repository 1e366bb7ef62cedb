import { rankOf } from './standing.ts';
import type { Seat } from './seat.ts';

/**
 * Who moderates now: the highest of coordinator, delegate, secretary who is connected, by arrival; where none is, the
 * connected member who came first; never a guest. `seats` are in the order of arrival. Rule MED-27. Source: CM-31.
 */
export function chairOf<Candidate extends Pick<Seat, 'connected' | 'roles'>>(
  seats: Iterable<Candidate>,
): Candidate | null {
  let chair: { seat: Candidate; rank: number } | null = null;
  for (const seat of seats) {
    const rank = seat.connected ? rankOf(seat.roles) : null;
    if (rank !== null && (chair === null || rank < chair.rank)) chair = { seat, rank };
  }
  return chair?.seat ?? null;
}
