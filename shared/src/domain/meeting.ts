import { z } from 'zod';
import { isCalendarDate } from './patient.ts';
import { line } from './text.ts';

/** Prévue, ouverte (people may come in), en cours, close, annulée. */
export const meetingStates = ['planned', 'open', 'running', 'closed', 'cancelled'] as const;
export const meetingState = z.enum(meetingStates);
export type MeetingState = z.infer<typeof meetingState>;

/** States of a report: brouillon, en discussion, validé, figé (signature en attente), signé. */
export const reportStates = ['draft', 'discussion', 'validated', 'frozen', 'signed'] as const;
export const reportState = z.enum(reportStates);
export type ReportState = z.infer<typeof reportState>;

/** A sealed report accepts no more words. */
export function isSealed(state: ReportState): boolean {
  return state === 'frozen' || state === 'signed';
}

/** À discuter, or enregistrement: the latter rests on a guideline and is not discussed. Source: domain.md 1.1. */
export const tracks = ['discussion', 'registration'] as const;
export const track = z.enum(tracks);

/** The référentiel that an « enregistrement » applies: without its name, version and date it is not valid. */
export const guideline = z.object({
  name: line(200),
  version: line(60),
  date: z.string().refine(isCalendarDate, { error: 'date' }),
});
export type Guideline = z.infer<typeof guideline>;

/** Opposition means that the case is presented nowhere. Source: domain.md 6.1. */
export const opposition = z.enum(['none', 'objected']);
/** How the patient was informed. */
export const informationMeans = z.enum(['oral', 'written']);
