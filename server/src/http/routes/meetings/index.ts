import type { Route } from '../../route.ts';
import { addAttendance } from './add-attendance.ts';
import { closeMeeting } from './close-meeting.ts';
import { downloadAttendanceCertificate } from './download-attendance-certificate.ts';
import { downloadMeetingSummary } from './download-meeting-summary.ts';
import { listMeetings } from './list-meetings.ts';
import { moveMeeting } from './move-meeting.ts';
import { orderPresentations } from './order-presentations.ts';
import { postponePresentation } from './postpone-presentation.ts';
import { presentCase } from './present-case.ts';
import { readMeeting } from './read-meeting.ts';
import { remindPresenter } from './remind-presenter.ts';
import { removeAttendance } from './remove-attendance.ts';
import { updatePresentation } from './update-presentation.ts';

export const meetingRoutes: Route[] = [
  listMeetings,
  readMeeting,
  presentCase,
  orderPresentations,
  updatePresentation,
  remindPresenter,
  postponePresentation,
  moveMeeting,
  closeMeeting,
  addAttendance,
  removeAttendance,
  downloadAttendanceCertificate,
  downloadMeetingSummary,
];
