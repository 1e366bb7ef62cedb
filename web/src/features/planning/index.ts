/**
 * Planning of meetings: a board's dates, the dialog that plans them, and what a meeting is made of (date, means of
 * access, state), with what its secretary may do to it. It computes no date: the server does, and the screen shows them
 * before they are made.
 */
export { BoardMeetingsPanel } from './board/board-meetings-panel.tsx';
export { MeetingDetailsPanel } from './meeting/meeting-details-panel.tsx';
