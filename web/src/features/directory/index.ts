/**
 * Colleagues: finding somebody by name, what we share with them, inviting somebody who has no account. It says who
 * exists, never who may do what.
 */
export { ColleaguesPanel } from './colleagues-panel.tsx';
export { ColleaguePicker, type ColleaguePickerProps } from './colleague-picker.tsx';
export { InviteColleagueDialog } from './invite-colleague-dialog.tsx';
