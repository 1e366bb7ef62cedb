import { endpoints } from '@concertation/shared/contracts';
import { invite } from '../../../boards/index.ts';
import { route } from '../../route.ts';
import { invitationRate } from './invitation-rate.ts';

/** « Inviter un confrère » (SC-25): to the product alone. */
export const inviteColleague = route(
  endpoints.inviteColleague,
  async (services, { principal, body: { email } }) => {
    await invite(services, principal, { email, boardId: null, meetingId: null, role: null });
  },
  invitationRate,
);
