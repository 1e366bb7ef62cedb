import { endpoints } from '@concertation/shared/contracts';
import { invite } from '../../../boards/index.ts';
import { route } from '../../route.ts';
import { invitationRate } from './invitation-rate.ts';

export const inviteToBoard = route(
  endpoints.inviteToBoard,
  async (services, { principal, params, body }) => {
    await invite(services, principal, { ...params, ...body, meetingId: null });
  },
  invitationRate,
);
