import type { BoardRole } from '@concertation/shared/access';
import { AppError } from '../../lib/index.ts';

/** Throws `wrong_state` for a guest of a board that admits none. */
export function refuseGuests(board: { admitsGuests: boolean } | null, role: BoardRole | null): void {
  if (board && role === 'guest' && !board.admitsGuests) throw new AppError('wrong_state');
}
