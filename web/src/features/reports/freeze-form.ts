import type { FreezeCheck } from '@concertation/shared/contracts';
import { parseTypedDate } from '../../lib/index.ts';

/** What was typed in the freeze dialog; `birthDate` as typed, JJ/MM/AAAA. */
export type FreezeForm = { birthName: string; birthDate: string; derogation: string };

export type FreezeField = keyof FreezeForm;
export type FreezeProblem = 'required' | 'dateInvalid' | 'mismatch' | 'derogationRequired' | 'gapsChanged';
export type FreezeProblems = { [Field in FreezeField]?: FreezeProblem | undefined };

/** What can be refused before asking the server; it alone compares the identity, which this screen never does. */
export function checkFreeze(form: FreezeForm, hasGaps: boolean): FreezeProblems {
  const problems: FreezeProblems = {};
  if (hasGaps && !form.derogation.trim()) problems.derogation = 'derogationRequired';
  if (!form.birthName.trim()) problems.birthName = 'required';
  if (!form.birthDate.trim()) problems.birthDate = 'required';
  else if (!parseTypedDate(form.birthDate)) problems.birthDate = 'dateInvalid';
  return problems;
}

/** The body of a checked form; null when the date cannot be read. */
export function freezeRequest(
  form: FreezeForm,
  hasGaps: boolean,
): { check: FreezeCheck; derogation: string | null } | null {
  const birthDate = parseTypedDate(form.birthDate);
  if (birthDate === null) return null;
  const check = { by: 'identity', birthName: form.birthName.trim(), birthDate } as const;
  return { check, derogation: hasGaps ? form.derogation.trim() : null };
}

const order: readonly FreezeField[] = ['derogation', 'birthName', 'birthDate'];

/** The first field with a problem, in reading order: the cursor goes there. */
export function firstProblem(problems: FreezeProblems): FreezeField | null {
  return order.find((field) => problems[field]) ?? null;
}
