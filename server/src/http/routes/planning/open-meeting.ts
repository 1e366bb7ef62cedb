import { endpoints } from '@concertation/shared/contracts';
import { openMeeting as open } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const openMeeting = route(endpoints.openMeeting, async (services, { principal, params }) =>
  open(services, principal, params.meetingId),
);
