import type { Route } from '../../route.ts';
import { announceMeeting } from './announce-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { inviteToMeeting } from './invite-to-meeting.ts';
import { listBoardMeetings } from './list-board-meetings.ts';
import { openMeeting } from './open-meeting.ts';
import { planMeetings } from './plan-meetings.ts';
import { previewMeetings } from './preview-meetings.ts';
import { readMeetingCalendar } from './read-meeting-calendar.ts';
import { updateMeeting } from './update-meeting.ts';

export const planningRoutes: Route[] = [
  listBoardMeetings,
  previewMeetings,
  planMeetings,
  updateMeeting,
  cancelMeeting,
  openMeeting,
  inviteToMeeting,
  announceMeeting,
  readMeetingCalendar,
];
