/**
 * Meetings: one dated occurrence of a board — its list of cases, the case everyone looks at, who was there. All of it
 * rows, changed by commands; what people write about the running is the document `meeting:<id>`. It knows no report:
 * that a case on a list has one is the business of reports.
 */
export { addAttendance } from './attendance/add-attendance.ts';
export { attendanceOf } from './attendance/attendance-of.ts';
export {
  closeAbandonedAttendances,
  recordArrival,
  recordDepartures,
  touchAttendances,
} from './attendance/connections.ts';
export { removeAttendance } from './attendance/remove-attendance.ts';
export { startAttendanceSweep } from './attendance/start-attendance-sweep.ts';
export { addPresentation } from './add-presentation.ts';
export { closeMeeting } from './close-meeting.ts';
export { createMeeting } from './create-meeting.ts';
export { listMeetings } from './list-meetings.ts';
export { moveMeeting } from './move-meeting.ts';
export { orderPresentations } from './order-presentations.ts';
export {
  isAwaitedBy,
  type PresentationFacts,
  presentationsOfCases,
  presentationsOfMeeting,
  readPresentation,
} from './read-presentations.ts';
export { type MeetingFacts, readMeeting } from './read-meeting.ts';
