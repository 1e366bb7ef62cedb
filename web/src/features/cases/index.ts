/**
 * A patient's case: its sheet, the opinions given on it, who has access. The identity's form and the search of a
 * colleague are other features', given to it by the route.
 */
export { AccessLost } from './access-lost.tsx';
export { CaseBar } from './case-bar.tsx';
export { CaseDocument } from './case-document.tsx';
export { CaseSections } from './case-sections.tsx';
export { CorrespondentsPanel } from './correspondents-panel.tsx';
export { OpinionsPanel } from './opinions-panel.tsx';
export { SharingPanel } from './sharing-panel.tsx';
export { useCase } from './use-case.ts';
