import type { Gap } from '@concertation/shared/contracts';
import {
  decisions,
  mandatoryReportFields,
  mandatoryReportSections,
  type ReportField,
  yesNo,
} from '@concertation/shared/documents';
import { emptySection } from '../../documents/index.ts';
import type { Draft } from './draft.ts';

/** What a field with a closed list may hold; the others are free. */
const choices: Partial<Record<ReportField, readonly string[]>> = { decision: decisions, completeFile: yesNo };

function isFilled(field: ReportField, value: string): boolean {
  const allowed = choices[field];
  return allowed ? allowed.includes(value) : value.trim() !== '';
}

/** What a report lacks before it can be frozen without a derogation, in reading order. Rule FRZ-2. */
export function findGaps({ sections, fields }: Draft, attendanceCount: number, lacksQuorum: boolean): Gap[] {
  return [
    ...mandatoryReportSections
      .filter((section) => emptySection(sections[section]))
      .map((section): Gap => ({ kind: 'section', section })),
    ...mandatoryReportFields
      .filter((field) => !isFilled(field, fields[field]))
      .map((field): Gap => ({ kind: 'field', field })),
    ...(attendanceCount === 0 ? [{ kind: 'attendance' } as const] : []),
    ...(lacksQuorum ? [{ kind: 'quorum' } as const] : []),
  ];
}
