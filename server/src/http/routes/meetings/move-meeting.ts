import { endpoints } from '@concertation/shared/contracts';
import { moveMeeting as move } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const moveMeeting = route(endpoints.moveMeeting, async (services, { principal, params, body }) =>
  move(services, principal, params.meetingId, body),
);
