import { endpoints } from '@concertation/shared/contracts';
import { updateMeeting as update } from '../../../meetings/index.ts';
import { route } from '../../route.ts';
import { noticeRate } from './notice-rate.ts';

export const updateMeeting = route(
  endpoints.updateMeeting,
  async (services, { principal, params, body }) => update(services, principal, params.meetingId, body),
  noticeRate,
);
