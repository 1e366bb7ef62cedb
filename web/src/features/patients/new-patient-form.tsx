import type { PatientMatch } from '@concertation/shared/contracts';
import type { PatientIdentity } from '@concertation/shared/domain';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, useCommand } from '../../api/index.ts';
import { presentPatientName } from '../../lib/index.ts';
import { Button, ErrorNotice, LinkButton, Panel, useToast } from '../../ui/index.ts';
import { emptyIdentity, identityFields } from './identity-draft.ts';
import { IdentityFields } from './identity-fields.tsx';
import { MatchDialog } from './match-dialog.tsx';
import styles from './patients.module.css';
import { useIdentityForm } from './use-identity-form.ts';

export type NewPatientFormProps = {
  /** The account named as referring doctor, chosen in `referentField`. */
  referentId: string | null;
  referentField: ReactNode;
  onCreated: (caseId: string) => Promise<void>;
  /** A case that exists is the one that was meant. */
  onOpen: (caseId: string) => Promise<void>;
};

type Found = { identity: PatientIdentity; matches: readonly PatientMatch[]; elsewhere: boolean };

/**
 * A patient and their case. Those who may be the same person are searched first; what is found opens a second step
 * instead of a second patient. Source: SC-66; domain.md 4.3.
 */
export function NewPatientForm({ referentId, referentField, onCreated, onOpen }: NewPatientFormProps) {
  const { t } = useTranslation('patients');
  const toast = useToast();
  const form = useRef<HTMLFormElement>(null);
  const { fields, read, refuse } = useIdentityForm(emptyIdentity, form);
  const [found, setFound] = useState<Found | null>(null);
  const [leaving, setLeaving] = useState(false);
  const searching = useCommand('matchPatients');
  const opening = useCommand('openCase', { refreshes: ['listCases'] });
  const leave = async (where: Promise<void>) => {
    setLeaving(true);
    await where.finally(() => setLeaving(false));
  };
  const showRefusal = (error: ApiError, identity: PatientIdentity) => {
    // Somebody created them since the search.
    if (error.code === 'patient_exists') setFound({ identity, matches: found?.matches ?? [], elsewhere: true });
    if (error.code !== 'invalid') return;
    setFound(null);
    refuse(identityFields.filter((field) => error.fields.some((problem) => problem.field === field)));
  };
  const create = (identity: PatientIdentity, more: { homonym?: boolean; patientId?: string } = {}) =>
    opening.mutate(
      { body: { ...identity, homonym: false, referentId, ...more } },
      {
        onSuccess: ({ caseId }) => {
          toast.show({ tone: 'success', message: t('page.created', { name: presentPatientName(identity) }) });
          void leave(onCreated(caseId));
        },
        onError: (error) => showRefusal(error, identity),
      },
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const identity = read();
    if (!identity) return;
    opening.reset();
    const { birthName, birthGivenName, birthDate, sex } = identity;
    searching.mutate(
      { body: { birthName, birthGivenName, birthDate, sex } },
      {
        onSuccess: ({ matches, elsewhere }) => {
          if (matches.length > 0 || elsewhere) setFound({ identity, matches, elsewhere });
          else create(identity);
        },
        onError: (error) => showRefusal(error, identity),
      },
    );
  };
  const error = opening.error ?? searching.error;
  const same = found?.elsewhere === true || found?.matches.some(({ nearness }) => nearness === 'same') === true;

  return (
    <form ref={form} noValidate onSubmit={send} className={styles.form} data-asterisks>
      <Panel title={t('birth')}>
        <p className={styles.help}>{t('birthWords')}</p>
        <IdentityFields {...fields} />
      </Panel>
      <Panel title={t('follow')}>{referentField}</Panel>
      {error && error.code !== 'patient_exists' && !found && <ErrorNotice error={error} />}
      <div className={styles.actions}>
        <LinkButton href="/">{t('page.cancel')}</LinkButton>
        <Button
          type="submit"
          variant="primary"
          isPending={!found && (searching.isPending || opening.isPending || leaving)}
        >
          {t('page.create')}
        </Button>
      </div>
      {found && (
        <MatchDialog
          {...found}
          isPending={opening.isPending || leaving}
          error={opening.error?.code === 'patient_exists' ? null : opening.error}
          onOpen={(caseId) => void leave(onOpen(caseId))}
          onReuse={({ patient }) => create(found.identity, { patientId: patient.patientId })}
          onCreate={() => create(found.identity, { homonym: same })}
          onClose={() => setFound(null)}
        />
      )}
    </form>
  );
}
