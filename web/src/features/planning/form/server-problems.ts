import type { ApiError } from '../../../api/index.ts';
import { type PlanDraft, type PlanProblems, type ProblemName, problemNames } from './plan-draft.ts';

/** What the server found wrong with dates, at the field that can mend it; null when it is something else. */
export function serverProblems(error: ApiError, end: PlanDraft['end'] = 'count'): PlanProblems | null {
  const problems: PlanProblems = {};
  for (const { field, problem } of error.code === 'invalid' ? error.fields : []) {
    const name = problemNames.find((one) => one === problem) as ProblemName | undefined;
    if (name && field === 'startsAt') problems.date = name;
    if (name && field === 'rule') problems[end] = name;
  }
  return Object.keys(problems).length > 0 ? problems : null;
}
