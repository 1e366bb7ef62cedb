/**
 * What a person finds when they arrive: their patients and their meetings, as lists that lead to the pages of others.
 * It changes nothing.
 */
export { MeetingsPanel } from './meetings-panel.tsx';
export { PatientsPanel } from './patients-panel.tsx';
