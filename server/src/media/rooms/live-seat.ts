import { AppError } from '../../lib/index.ts';
import { TokenBucket } from '../../sockets/index.ts';
import type { EngineSeat } from '../engine/engine-port.ts';
import type { Line } from './line.ts';
import type { Seat } from './seat.ts';

/** A seat with what it holds: the connection of who sits there, their media, and how fast they may do what. */
export type LiveSeat = {
  readonly seat: Seat;
  /** Null while the seat is kept for somebody whose connection was lost. */
  line: Line | null;
  /** Null from a worker's death until they join again. */
  media: EngineSeat | null;
  kept: NodeJS.Timeout | null;
  readonly chatting: TokenBucket;
  readonly pointing: TokenBucket;
  readonly notHearing: TokenBucket;
};

/** Rates of what everybody else is told of: rule MED-31. */
export function newLiveSeat(seat: Seat): LiveSeat {
  return {
    seat,
    line: null,
    media: null,
    kept: null,
    chatting: new TokenBucket(1, 5),
    pointing: new TokenBucket(20),
    notHearing: new TokenBucket(0.1, 1),
  };
}

/** Somebody's media. Throws `call_unavailable` while it is being rebuilt. */
export function mediaOf({ media }: LiveSeat): EngineSeat {
  if (!media) throw new AppError('call_unavailable');
  return media;
}
