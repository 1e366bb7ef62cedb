import { endpoints } from '@concertation/shared/contracts';
import { announceMeeting as announce } from '../../../meetings/index.ts';
import { route } from '../../route.ts';
import { noticeRate } from './notice-rate.ts';

export const announceMeeting = route(
  endpoints.announceMeeting,
  async (services, { principal, params }) => announce(services, principal, params.meetingId),
  noticeRate,
);
