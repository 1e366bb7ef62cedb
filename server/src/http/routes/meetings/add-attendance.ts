import { endpoints } from '@concertation/shared/contracts';
import { addAttendance as add } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const addAttendance = route(endpoints.addAttendance, async (services, { principal, params, body }) =>
  add(services, principal, params.meetingId, body),
);
