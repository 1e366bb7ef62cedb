/**
 * The meeting's screen: its list of cases, who follows what, its people and notes. It decides nothing: the current case,
 * the order and the attendance are the server's rows. The report beside the sheet is given to it by the route.
 */
export { type MeetingCall, MeetingScreen, type MeetingScreenProps } from './meeting-screen.tsx';
