/**
 * Opinions asked of colleagues and of opinion platforms: asking, reading what is asked, answering once. The search of a
 * colleague and the sheet beside the answer are other features', given to it by the route.
 */
export { AskOpinionButton } from './ask-opinion-button.tsx';
export { AskOpinionDialog, type AskOpinionDialogProps } from './ask-opinion-dialog.tsx';
export { OpinionScreen } from './opinion-screen.tsx';
export { RequestsPanel } from './requests-panel.tsx';
