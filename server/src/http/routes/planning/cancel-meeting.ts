import { endpoints } from '@concertation/shared/contracts';
import { cancelMeeting as cancel } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const cancelMeeting = route(endpoints.cancelMeeting, async (services, { principal, params, body }) =>
  cancel(services, principal, params.meetingId, body),
);
