import type { ReportState } from '@concertation/shared/domain';

/** A step that may be asked of a report that is not sealed. */
export type OpenState = Exclude<ReportState, 'frozen' | 'signed'>;
export type Step = {
  to: OpenState;
  label: 'discussion' | 'validated' | 'draft' | 'backToDiscussion';
  forward: boolean;
};

const steps: Record<OpenState, readonly Step[]> = {
  draft: [{ to: 'discussion', label: 'discussion', forward: true }],
  discussion: [
    { to: 'validated', label: 'validated', forward: true },
    { to: 'draft', label: 'draft', forward: false },
  ],
  validated: [{ to: 'discussion', label: 'backToDiscussion', forward: false }],
};

/** The steps offered from a state, the usual one first; none once sealed. */
export function stepsFrom(state: ReportState): readonly Step[] {
  return state === 'frozen' || state === 'signed' ? [] : steps[state];
}
