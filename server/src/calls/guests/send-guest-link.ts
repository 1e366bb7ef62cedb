import type { NewGuest } from '@concertation/shared/contracts';
import { displayName } from '@concertation/shared/domain';
import type { Principal } from '../../access/index.ts';
import { readBoard } from '../../boards/index.ts';
import type { Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { lockMeetings, type MeetingFacts, readMeeting } from '../../meetings/index.ts';
import { guestMail } from './guest-mail.ts';
import type { GuestNeeds } from './guest-needs.ts';
import { linksEnded } from './link-life.ts';

type Board = Awaited<ReturnType<typeof readBoard>>;

/** A meeting, held until the transaction ends, to which guests may come. Throws `wrong_state` once it is over, and where the board admits none. */
export async function lockForGuests(
  tx: Transaction,
  meetingId: string,
): Promise<{ meeting: MeetingFacts; board: Board }> {
  await lockMeetings(tx, [meetingId]);
  const meeting = await readMeeting(tx, meetingId);
  const board = await readBoard(tx, meeting.boardId);
  if (linksEnded(meeting) || !board.admitsGuests) throw new AppError('wrong_state');
  return { meeting, board };
}

/** Mails a guest their link. It is in that mail and nowhere else. */
export async function sendGuestLink(
  tx: Transaction,
  { sendMail, origin, configuration }: Pick<GuestNeeds, 'sendMail' | 'origin' | 'configuration'>,
  { name: by }: Principal,
  { meeting, board, guest, token }: { meeting: MeetingFacts; board: Board; guest: NewGuest; token: string },
): Promise<void> {
  const { id: meetingId, revision, startsAt, durationMinutes } = meeting;
  await sendMail(
    tx,
    guestMail({
      meetingId,
      revision,
      startsAt,
      durationMinutes,
      boardName: board.name,
      timeZone: board.timeZone,
      recipient: guest.email,
      guestName: displayName(guest),
      quality: guest.quality,
      by,
      link: `${origin}/invite/${token}`,
      origin,
      support: configuration.support,
    }),
  );
}
