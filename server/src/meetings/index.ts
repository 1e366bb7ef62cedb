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
export { type AttendancePort, LiveAttendance } from './attendance/live-attendance.ts';
export { type Presence, presenceOf } from './attendance/presence-of.ts';
export { removeAttendance } from './attendance/remove-attendance.ts';
export { startAttendanceSweep } from './attendance/start-attendance-sweep.ts';
export { type AddedPresentation, addPresentation } from './add-presentation.ts';
export { closeMeeting } from './close-meeting.ts';
export { createMeeting, type NewMeeting } from './create-meeting.ts';
export type { HoldReport } from './list/listed-presentation.ts';
export { missingOf } from './list/missing-of.ts';
export { postponePresentation } from './list/postpone-presentation.ts';
export { lacksQuorum, quorumOf, recordQuorum } from './list/quorum.ts';
export { remindPresenter } from './list/remind-presenter.ts';
export { screensShowing } from './list/screens-showing.ts';
export { treatingOf } from './list/treating-of.ts';
export { type PresentationChange, updatePresentation } from './list/update-presentation.ts';
export { listMeetings } from './list-meetings.ts';
export { moveMeeting } from './move-meeting.ts';
export { orderPresentations } from './order-presentations.ts';
export {
  everyPresentationOf,
  isAwaitedBy,
  type PresentationFacts,
  presentationsOfCases,
  presentationsOfMeeting,
  readPresentation,
  readPresentations,
} from './read-presentations.ts';
export { type MeetingFacts, readMeeting } from './read-meeting.ts';
export { announceMeeting } from './planning/announce-meeting.ts';
export { boardMeetings } from './planning/board-meetings.ts';
export { cancelMeeting } from './planning/cancel-meeting.ts';
export { openMeeting } from './planning/open-meeting.ts';
export { planMeetings, previewMeetings } from './planning/plan-meetings.ts';
export { readMeetingCalendar } from './planning/read-meeting-calendar.ts';
export { tomorrowsPresentations } from './planning/tomorrow.ts';
export { type UpcomingOfBoard, upcomingOfBoards } from './planning/upcoming.ts';
export { updateMeeting } from './planning/update-meeting.ts';
export { answerPresentation } from './registering/answer-presentation.ts';
export { choosePresentation } from './registering/choose-presentation.ts';
export { movesOf, type PresentationMove } from './registering/moves-of.ts';
export { lockMeetings, removePresentation } from './registering/remove-presentation.ts';
export { requirePresentationWriter } from './registering/require-presentation-writer.ts';
