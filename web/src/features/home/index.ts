/**
 * What a person finds when they arrive: their patients and their meetings, as lists that lead to the pages of others.
 * It changes nothing.
 */
export { Dashboard } from './dashboard.tsx';
export { MeetingsPanel } from './meetings-panel.tsx';
