import { endpoints } from '@concertation/shared/contracts';
import { closeMeeting as close } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const closeMeeting = route(endpoints.closeMeeting, async (services, { principal, params }) =>
  close(services, principal, params.meetingId),
);
