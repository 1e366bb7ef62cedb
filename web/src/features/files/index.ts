/**
 * The documents of a case: sent by dropping, pasting or choosing them, checked by the server, looked at in the page or in
 * a window of their own, removed and brought back. Which case, and who may write it, is told by the route.
 */
export { DocumentView } from './document-view.tsx';
export { FilesPanel } from './files-panel.tsx';
export { QuestionFile } from './question-file.tsx';
