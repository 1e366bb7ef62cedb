/** Rich-text sections of a case sheet, in reading order. Source: features.md SC-66, SC-67; issue « case sheet ». */
export const caseSections = ['diagnosis', 'history', 'summary', 'question'] as const;
export type CaseSection = (typeof caseSections)[number];

/** Typed fields of a case sheet: plain strings in the document, checked when shown and when frozen. */
export const caseFields = ['diagnosisDate', 'performanceStatus', 'stage', 'reason'] as const;
export type CaseField = (typeof caseFields)[number];
