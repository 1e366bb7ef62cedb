import { endpoints } from '@concertation/shared/contracts';
import { readMeetingCalendar as readCalendar } from '../../../meetings/index.ts';
import { route } from '../../route.ts';

export const readMeetingCalendar = route(
  endpoints.readMeetingCalendar,
  async ({ database: { db }, origin }, { params: { meetingId }, reply }) => {
    void reply.header('content-disposition', 'attachment; filename="reunion.ics"');
    return Buffer.from(await readCalendar(db, meetingId, origin));
  },
);
