import type { PatientIdentity } from '@concertation/shared/domain';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { presentPatientName } from '../../lib/index.ts';
import { Button, ErrorNotice, LinkButton, Panel, useToast } from '../../ui/index.ts';
import { HomonymDialog } from './homonym-dialog.tsx';
import { emptyIdentity, identityFields } from './identity-draft.ts';
import { IdentityFields } from './identity-fields.tsx';
import styles from './patients.module.css';
import { useIdentityForm } from './use-identity-form.ts';

export type NewPatientFormProps = {
  /** The account named as referring doctor, chosen in `referentField`. */
  referentId: string | null;
  referentField: ReactNode;
  onCreated: (caseId: string) => void;
};

/** A patient and their case. Traits that are already known open a second step instead of a second patient. */
export function NewPatientForm({ referentId, referentField, onCreated }: NewPatientFormProps) {
  const { t } = useTranslation('patients');
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const { fields, read, refuse } = useIdentityForm(emptyIdentity, form);
  const [homonymOf, setHomonymOf] = useState<PatientIdentity | null>(null);
  const opening = useCommand('openCase', { refreshes: ['listCases'] });

  const create = (identity: PatientIdentity, homonym: boolean) =>
    opening.mutate(
      { body: { ...identity, homonym, referentId } },
      {
        onSuccess: ({ caseId }) => {
          toast.show({ tone: 'success', message: t('page.created', { name: presentPatientName(identity) }) });
          onCreated(caseId);
        },
        onError: (error) => {
          if (error.code === 'patient_exists') setHomonymOf(identity);
          if (error.code === 'invalid')
            refuse(identityFields.filter((field) => error.fields.some((problem) => problem.field === field)));
        },
      },
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const identity = read();
    if (identity) create(identity, false);
  };
  const known = opening.error?.code === 'patient_exists';

  return (
    <form ref={form} noValidate onSubmit={send} className={styles.form}>
      <Panel title={t('birth')}>
        <p className={styles.help}>{t('birthWords')}</p>
        <IdentityFields {...fields} />
      </Panel>
      <Panel title={t('follow')}>{referentField}</Panel>
      {opening.error && !known && <ErrorNotice error={opening.error} />}
      <div className={styles.actions}>
        <LinkButton href="/">{t('page.cancel')}</LinkButton>
        <Button type="submit" variant="primary" isPending={opening.isPending && !homonymOf}>
          {t('page.create')}
        </Button>
      </div>
      {homonymOf && (
        <HomonymDialog
          identity={homonymOf}
          isPending={opening.isPending}
          error={known ? null : opening.error}
          onCreate={() => create(homonymOf, true)}
          onClose={() => setHomonymOf(null)}
        />
      )}
    </form>
  );
}
