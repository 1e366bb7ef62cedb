import { endpoints } from '@concertation/shared/contracts';
import { invite } from '../../../boards/index.ts';
import { AppError } from '../../../lib/index.ts';
import { readMeeting } from '../../../meetings/index.ts';
import { route } from '../../route.ts';
import { noticeRate } from './notice-rate.ts';

export const inviteToMeeting = route(
  endpoints.inviteToMeeting,
  async (services, { principal, params: { meetingId }, body: { email } }) => {
    const { boardId, state } = await readMeeting(services.database.db, meetingId);
    if (state === 'closed' || state === 'cancelled') throw new AppError('wrong_state');
    await invite(services, principal, { email, boardId, meetingId, role: 'guest' });
  },
  noticeRate,
);
