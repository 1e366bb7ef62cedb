import { may, type Role } from '@concertation/shared/access';
import type { MediaInput, MediaOutput } from '@concertation/shared/contracts';
import { type CallFacts, readCallFacts } from '../../calls/index.ts';
import { AppError } from '../../lib/index.ts';
import { isGuest } from '../rooms/standing.ts';
import type { Asking, Handler } from './handler.ts';

/** Throws why somebody may not come in at all, whoever holds a seat excepted where the seat says so. Rule MED-24. */
function refuse(facts: CallFacts, roles: readonly Role[], accountId: string, seated: boolean, expected: boolean): void {
  const runs = may('meeting.run', roles);
  const isOver = facts.meetingState === 'closed' || facts.meetingState === 'cancelled';
  if (facts.mode !== 'product') throw new AppError('wrong_state');
  if (facts.removed.has(accountId) && !runs) throw new AppError('call_removed');
  if (isOver && !seated) throw new AppError('call_over');
  if (facts.locked && !runs && !seated && !expected) throw new AppError('call_locked');
}

async function comeIn(
  { needs, socket }: Asking,
  { meetingId, ...asked }: MediaInput<'join'>,
): Promise<MediaOutput<'join'>> {
  const { database, engine, calls, rights } = needs;
  const { principal } = socket;
  const { accountId } = principal;
  const roles = await rights.rolesOn(principal, meetingId);
  if (!may('meeting.read', roles)) throw new AppError('not_found');
  const facts = await readCallFacts(database.db, meetingId);
  // Lost meanwhile: nothing would ever free a seat or a place at the door given to it now.
  if (!socket.isOpen) throw new AppError('wrong_state');
  const there = calls.of(meetingId);
  const seated = there?.seatOf(accountId) !== undefined;
  refuse(facts, roles, accountId, seated, there?.room.expected.has(accountId) ?? false);
  if (engine.state().state !== 'ready') throw new AppError('call_unavailable');
  const call = calls.open(meetingId, facts.locked);
  socket.call = call;
  if (isGuest(roles) && !facts.admitted.has(accountId) && !seated) {
    call.door.wait(socket);
    return { state: 'waiting' };
  }
  const { live, resumed, rtpCapabilities } = await call.sit(socket, roles, asked);
  const { seatId, transports } = { seatId: live.seat.participantId, transports: live.media?.transports ?? null };
  return {
    state: 'inside',
    participantId: seatId,
    resumed,
    rtpCapabilities,
    iceServers: needs.iceServers(seatId),
    transports: resumed ? null : transports,
    room: call.room.state(call.room.isModerator(live.seat)),
    chat: call.room.chat.lines,
  };
}

/** Comes in, waits at the door, or takes a seat back. One after the other for one meeting. */
export const join: Handler<'join'> = async (asking, input) => {
  const { socket, needs } = asking;
  if (socket.call && socket.call.meetingId !== input.meetingId) socket.call.hangUp(socket);
  return needs.calls.inTurn(input.meetingId, () => comeIn(asking, input));
};
