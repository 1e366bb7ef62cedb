import type { Registration } from '@concertation/shared/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api/index.ts';
import { Button, ErrorNotice } from '../../ui/index.ts';
import { ContactStep } from './contact-step.tsx';
import { OpeningStep } from './opening-step.tsx';
import {
  readDraft,
  type RegistrationDraft,
  type RegistrationField,
  registrationFields,
  type RegistrationStep,
  stepNames,
  stepOf,
} from './registration-draft.ts';
import styles from './registration.module.css';
import type { StepProps } from './step-fields.ts';
import { YouStep } from './you-step.tsx';

export type RegistrationFormProps = {
  draft: RegistrationDraft;
  onChange: (draft: RegistrationDraft) => void;
  step: RegistrationStep;
  onStep: (step: RegistrationStep) => void;
  password: string;
  onPassword: (password: string) => void;
  onSend: (registration: Registration) => void;
  isPending: boolean;
  error: ApiError | null;
};

/**
 * One step of the form at a time; its errors appear when one goes on, field by field. What a refusal of the server or the
 * last look finds in a former step leads back there. Source: SC-13 to SC-16, PA-19.
 */
export function RegistrationForm({ draft, onChange, step, onStep, ...props }: RegistrationFormProps) {
  const { password, onPassword, onSend, isPending, error } = props;
  const { t } = useTranslation('registration');
  const form = useRef<HTMLFormElement>(null);
  const [marked, setMarked] = useState<readonly RegistrationField[]>([]);
  const [answered, setAnswered] = useState<ApiError | null>(null);
  const mark = (fields: readonly RegistrationField[]) => {
    setMarked(fields);
    const [first] = fields;
    if (first && stepOf(first) !== step) onStep(stepOf(first));
    // After the errors are drawn, the first wrong field takes the focus.
    setTimeout(() =>
      form.current
        ?.querySelector<HTMLElement>('[data-invalid] input, [data-invalid] button, input[data-invalid]')
        ?.focus(),
    );
  };
  // A refusal of the server marks its fields once; correcting them takes the marks away.
  if (error !== answered) {
    setAnswered(error);
    const named = new Set<string>(error?.fields.map(({ field }) => field));
    if (error?.code === 'password_common') named.add('password');
    setMarked(registrationFields.filter((field) => named.has(field)));
    const first = registrationFields.find((field) => named.has(field));
    if (first && stepOf(first) !== step) onStep(stepOf(first));
  }
  const isWrong = (field: RegistrationField) => marked.includes(field);
  const change = (part: Partial<RegistrationDraft>) => {
    onChange({ ...draft, ...part });
    setMarked(marked.filter((field) => !(field in part)));
  };
  const next = stepNames[stepNames.indexOf(step) + 1];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft, password);
    const wrong = 'wrong' in read ? read.wrong : [];
    const here = wrong.filter((field) => stepOf(field) === step);
    if (here.length > 0) return mark(here);
    if (next) return onStep(next);
    if ('registration' in read) return onSend(read.registration);
    return mark(wrong);
  };
  const fields: StepProps = {
    draft,
    change,
    isWrong,
    field: (name) => ({
      value: draft[name],
      onChange: (value) => change({ [name]: value }),
      error: isWrong(name) && t(`fields.${name}`),
      name,
    }),
  };
  return (
    <form ref={form} noValidate onSubmit={send} className={styles.group}>
      {step === 'you' && <YouStep {...fields} />}
      {step === 'contact' && <ContactStep {...fields} />}
      {step === 'opening' && (
        <OpeningStep
          {...fields}
          password={password}
          onPassword={(typed) => {
            onPassword(typed);
            setMarked(marked.filter((name) => name !== 'password'));
          }}
          passwordError={error?.code === 'password_common' ? error.message : null}
        />
      )}
      {error && error.code !== 'password_common' && <ErrorNotice error={error} />}
      <Button type="submit" variant="primary" className={styles.main} isPending={isPending}>
        {t(next ? 'form.next' : 'form.submit')}
      </Button>
    </form>
  );
}
