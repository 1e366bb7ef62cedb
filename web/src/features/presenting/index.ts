/**
 * Presenting a patient: the three steps, the boards chosen and their dates, what each asks, the patient's information
 * and non-opposition, the registration. The identity's form, the sheet, files and opinions are other features', given
 * to it by the route.
 */
export { BoardDates } from './board-dates.tsx';
export { ConsentPanel } from './consent-panel.tsx';
export { type Choosing, ChooseCase } from './choose-case.tsx';
export { openDates } from './open-dates.ts';
export { PresentationsPanel } from './presentations-panel.tsx';
export { QuestionsStep } from './questions-step.tsx';
export { RegisterPanel } from './register-panel.tsx';
export { readStep, type Step, StepBar } from './step-bar.tsx';
