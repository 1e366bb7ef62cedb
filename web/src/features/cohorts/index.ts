/**
 * Cohorts: named sets of cases, listed, shared and exported. A cohort gives no right on a case, and the screen says so.
 * The search of a colleague is another feature's, given to it by the route.
 */
export { AddToCohortButton } from './add-to-cohort-button.tsx';
export { AddToCohortDialog } from './add-to-cohort-dialog.tsx';
export { CohortScreen } from './cohort-screen.tsx';
export { CohortsPanel } from './cohorts-panel.tsx';
export { CreateCohortButton } from './create-cohort-button.tsx';
