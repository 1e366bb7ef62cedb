import { z } from 'zod';

/** Kinds of board. Source: domain.md 1.1. */
export const boardKinds = ['rcp_oncologie', 'rcp_maladie_rare', 'rcp_autre', 'staff', 'e_rcp'] as const;
export const boardKind = z.enum(boardKinds);

/** States of a meeting, in order. */
export const meetingStates = ['planned', 'running', 'closed', 'cancelled'] as const;
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
