/** Rich-text sections of a report, in reading order. `question` and `summary` are prefilled from the case sheet. */
export const reportSections = ['question', 'summary', 'discussion', 'proposal'] as const;
export type ReportSection = (typeof reportSections)[number];

/** Decision fields of a report. Source: domain.md 1.6, « Proposition de la RCP » and « Cadre de la proposition ». */
export const reportFields = ['decision', 'completeFile', 'guideline', 'clinicalTrial', 'followUp'] as const;
export type ReportField = (typeof reportFields)[number];

/** Sections and fields without which a report is not complete; each missing one is a gap shown before the freeze. */
export const mandatoryReportSections: readonly ReportSection[] = ['question', 'proposal'];
export const mandatoryReportFields: readonly ReportField[] = ['decision', 'completeFile'];

/** Kinds of decision a board may reach on a case. */
export const decisions = ['treatment', 'surveillance', 'investigation', 'recourse', 'deferred', 'no_decision'] as const;
export type Decision = (typeof decisions)[number];
export const yesNo = ['yes', 'no'] as const;
