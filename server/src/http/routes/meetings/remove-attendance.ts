import { endpoints } from '@concertation/shared/contracts';
import { removeAttendance as remove } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const removeAttendance = route(endpoints.removeAttendance, async (services, { principal, params }) =>
  remove(services, principal, params),
);
