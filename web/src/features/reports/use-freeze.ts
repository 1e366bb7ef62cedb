import type { Gap } from '@concertation/shared/contracts';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, refreshFacts, useCommand, useRead } from '../../api/index.ts';
import { useToast } from '../../ui/index.ts';
import {
  checkFreeze,
  firstProblem,
  type FreezeField,
  type FreezeForm,
  freezeRequest,
  type FreezeProblems,
} from './freeze-form.ts';

export type Freeze = {
  gaps: ReturnType<typeof useRead<'listGaps'>>;
  form: FreezeForm;
  change: (field: FreezeField, text: string) => void;
  problems: FreezeProblems;
  /** For a form whose controls are named as the fields of `FreezeForm`. */
  submit: (event: FormEvent<HTMLFormElement>) => void;
  isPending: boolean;
  /** A refusal that no field explains. */
  error: ApiError | null;
};

const noGaps: Gap[] = [];

/** The freeze dialog's state: fresh gaps, what is typed, what the server refuses, and the cursor on what to correct. */
export function useFreeze(reportId: string, onDone: () => void): Freeze {
  const { t } = useTranslation('reports');
  const { show } = useToast();
  const gaps = useRead('listGaps', { params: { reportId } });
  const freeze = useCommand('freezeReport', { refreshes: ['readReport', 'readMeeting', 'listGaps', 'listOpinions'] });
  const [form, setForm] = useState<FreezeForm>({ birthName: '', birthDate: '', derogation: '' });
  const [problems, setProblems] = useState<FreezeProblems>({});
  const found = gaps.data ?? noGaps;

  // An answer kept from the last time this dialog was open says nothing of the report as it is now.
  useEffect(() => void refreshFacts('listGaps', { params: { reportId } }), [reportId]);

  function refuse(controls: HTMLFormElement, refused: FreezeProblems): void {
    setProblems(refused);
    const first = firstProblem(refused);
    // After the field is shown: the reason appears only when gaps do.
    if (first) setTimeout(() => (controls.elements.namedItem(first) as HTMLElement | null)?.focus());
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const controls = event.currentTarget;
    if (freeze.isPending || !gaps.data) return;
    const wrong = checkFreeze(form, found.length > 0);
    const body = freezeRequest(form, found.length > 0);
    if (firstProblem(wrong) || !body) return refuse(controls, wrong);
    setProblems({});
    freeze.mutate(
      { params: { reportId }, body },
      {
        onError: ({ code }) => {
          if (code === 'identity_mismatch') refuse(controls, { birthName: 'mismatch', birthDate: 'mismatch' });
          else if (code === 'report_gaps') refuse(controls, { derogation: 'gapsChanged' });
        },
        onSuccess: () => {
          show({ tone: 'success', message: t('freeze.done') });
          onDone();
        },
      },
    );
  }

  const explained = freeze.error?.code === 'identity_mismatch' || freeze.error?.code === 'report_gaps';
  return {
    gaps,
    form,
    change: (field, text) => {
      setForm((before) => ({ ...before, [field]: text }));
      setProblems((before) => ({ ...before, [field]: undefined }));
    },
    problems,
    submit,
    isPending: freeze.isPending,
    error: explained ? null : freeze.error,
  };
}
