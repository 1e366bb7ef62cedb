import type { Route } from '../../route.ts';
import { addAttendance } from './add-attendance.ts';
import { closeMeeting } from './close-meeting.ts';
import { listMeetings } from './list-meetings.ts';
import { moveMeeting } from './move-meeting.ts';
import { orderPresentations } from './order-presentations.ts';
import { presentCase } from './present-case.ts';
import { readMeeting } from './read-meeting.ts';
import { removeAttendance } from './remove-attendance.ts';

export const meetingRoutes: Route[] = [
  listMeetings,
  readMeeting,
  presentCase,
  orderPresentations,
  moveMeeting,
  closeMeeting,
  addAttendance,
  removeAttendance,
];
