import type { Gap } from '@concertation/shared/contracts';
import type { ReportField, ReportSection } from '@concertation/shared/documents';

/** The DOM id of a report's section or field: a gap leads there. */
export function placeId(reportId: string, name: ReportSection | ReportField): string {
  return `report-${reportId}-${name}`;
}

/** A name for a gap, stable from one check to the next. */
export function gapKey(gap: Gap): string {
  if (gap.kind === 'section') return `section:${gap.section}`;
  return gap.kind === 'field' ? `field:${gap.field}` : gap.kind;
}

/** Where a gap is filled: in this report, or in the meeting's attendance: a quorum is made by those present. */
export function gapPlace(reportId: string, gap: Gap): { in: 'report'; id: string } | { in: 'attendance' } {
  if (gap.kind === 'attendance' || gap.kind === 'quorum') return { in: 'attendance' };
  return { in: 'report', id: placeId(reportId, gap.kind === 'section' ? gap.section : gap.field) };
}
