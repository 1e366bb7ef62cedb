import { endpoints } from '@concertation/shared/contracts';
import { planMeetings as plan } from '../../../meetings/index.ts';
import { route } from '../../route.ts';
import { noticeRate } from './notice-rate.ts';

export const planMeetings = route(
  endpoints.planMeetings,
  async (services, { principal, params, body }) => plan(services, principal, params.boardId, body),
  noticeRate,
);
