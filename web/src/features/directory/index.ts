/**
 * Colleagues: finding somebody by name. It says who exists, never who may do what.
 */
export { ColleaguePicker, type ColleaguePickerProps } from './colleague-picker.tsx';
