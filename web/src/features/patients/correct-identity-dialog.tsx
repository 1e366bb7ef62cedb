import type { PatientBanner } from '@concertation/shared/contracts';
import type { PatientIdentity } from '@concertation/shared/domain';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, useToast } from '../../ui/index.ts';
import { HomonymDialog } from './homonym-dialog.tsx';
import { draftOf, identityFields } from './identity-draft.ts';
import { IdentityFields } from './identity-fields.tsx';
import { useIdentityForm } from './use-identity-form.ts';

export type CorrectIdentityDialogProps = { caseId: string; patient: PatientBanner; onClose: () => void };

type FormProps = {
  id: string;
  patient: PatientBanner;
  error: ApiError | null;
  onSend: (identity: PatientIdentity, refuse: (error: ApiError) => void) => void;
};

function CorrectionForm({ id, patient, error, onSend }: FormProps) {
  const { t } = useTranslation('patients');
  const form = useRef<HTMLFormElement>(null);
  const { fields, read, refuse } = useIdentityForm(draftOf(patient), form);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const identity = read();
    if (identity)
      onSend(identity, ({ fields: problems }) =>
        refuse(identityFields.filter((field) => problems.some((problem) => problem.field === field))),
      );
  };
  return (
    <form id={id} ref={form} noValidate onSubmit={submit}>
      <p>{t('correct.words')}</p>
      {error && error.code !== 'patient_exists' && <ErrorNotice error={error} />}
      <IdentityFields {...fields} />
    </form>
  );
}

/**
 * Corrects the traits of a patient, from the revision that was read: a colleague's correction meanwhile is never
 * overwritten, the form says so and starts again from what they wrote.
 */
export function CorrectIdentityDialog({ caseId, patient, onClose }: CorrectIdentityDialogProps) {
  const { t } = useTranslation('patients');
  const { show } = useToast();
  const formId = useId();
  const [homonymOf, setHomonymOf] = useState<PatientIdentity | null>(null);
  const { mutate, isPending, error } = useCommand('correctPatient', { refreshes: ['readCase', 'listCases'] });
  const send = (identity: PatientIdentity, homonym: boolean, refuse: (error: ApiError) => void) =>
    mutate(
      { params: { caseId }, body: { ...identity, homonym, revision: patient.revision } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('correct.done') });
          onClose();
        },
        onError: (refusal) => {
          setHomonymOf(refusal.code === 'patient_exists' ? identity : null);
          if (refusal.code === 'invalid') refuse(refusal);
        },
      },
    );
  return (
    <>
      <Dialog
        title={t('correct.title')}
        size="large"
        isOpen={!homonymOf}
        onClose={onClose}
        actions={
          <>
            <Button onPress={onClose}>{t('page.cancel')}</Button>
            <Button variant="primary" type="submit" form={formId} isPending={isPending}>
              {t('correct.apply')}
            </Button>
          </>
        }
      >
        <CorrectionForm
          key={patient.revision}
          id={formId}
          patient={patient}
          error={error}
          onSend={(identity, refuse) => send(identity, false, refuse)}
        />
      </Dialog>
      {homonymOf && (
        <HomonymDialog
          identity={homonymOf}
          isPending={isPending}
          error={null}
          onCreate={() => send(homonymOf, true, () => undefined)}
          onClose={() => setHomonymOf(null)}
        />
      )}
    </>
  );
}
