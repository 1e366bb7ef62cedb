import type { Consent, ConsentDraft } from '@concertation/shared/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import {
  Button,
  CheckboxField,
  ChoiceField,
  DateField,
  Dialog,
  ErrorNotice,
  TextField,
  useToast,
} from '../../ui/index.ts';
import {
  type ConsentField,
  type ConsentForm as Form,
  consentForm,
  localDay,
  readConsentForm,
} from './consent-draft.ts';
import styles from './presenting.module.css';

const means = ['oral', 'written'] as const;
const oppositions = ['none', 'objected'] as const;

/** What the patient was told and answered. An objection is confirmed first: it takes the case off its lists. */
export function ConsentForm({
  caseId,
  consent,
  informedBy,
  onDone,
}: {
  caseId: string;
  consent: Consent | null;
  /** Who informs the patient, unless told otherwise: the person who fills the form. */
  informedBy: string;
  /** Called once recorded, or given up. */
  onDone?: (() => void) | undefined;
}) {
  const { t } = useTranslation('presenting');
  const { show } = useToast();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => consentForm(consent, informedBy, new Date()));
  const [wrong, setWrong] = useState<readonly ConsentField[]>([]);
  const [objecting, setObjecting] = useState<ConsentDraft | null>(null);
  const record = useCommand('recordConsent', { refreshes: ['readConsent', 'listCasePresentations', 'readCase'] });
  const change = (part: Partial<Form>) => {
    setDraft({ ...draft, ...part });
    setWrong(wrong.filter((field) => !(field in part)));
  };
  const send = (body: ConsentDraft) =>
    record.mutate(
      { params: { caseId }, body },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('consent.recorded') });
          onDone?.();
        },
        onSettled: () => setObjecting(null),
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readConsentForm(draft, localDay(new Date()));
    if ('wrong' in read) {
      setWrong(read.wrong);
      setTimeout(() => form.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus());
    } else if (read.consent.opposition === 'objected' && consent?.opposition !== 'objected') setObjecting(read.consent);
    else send(read.consent);
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className={styles.questions}>
      <div className={styles.pair}>
        <DateField
          isRequired
          label={t('consent.informedOn')}
          value={draft.informedOn}
          onChange={(informedOn) => change({ informedOn })}
          error={wrong.includes('informedOn') && t('consent.wrong.informedOn')}
        />
        <TextField
          isRequired
          label={t('consent.informedBy')}
          value={draft.informedBy}
          onChange={(by) => change({ informedBy: by })}
          maxLength={160}
          autoComplete="off"
          error={wrong.includes('informedBy') && t('consent.wrong.informedBy')}
        />
      </div>
      <ChoiceField
        isRequired
        label={t('consent.means')}
        choices={means.map((id) => ({ id, label: t(`consent.means_${id}`) }))}
        value={draft.means}
        onChange={(id) => change({ means: id })}
        error={wrong.includes('means') && t('consent.wrong.means')}
      />
      <ChoiceField
        isRequired
        label={t('consent.opposition')}
        choices={oppositions.map((id) => ({ id, label: t(`consent.opposition_${id}`) }))}
        value={draft.opposition}
        onChange={(id) => change({ opposition: id })}
        error={wrong.includes('opposition') && t('consent.wrong.opposition')}
      />
      {draft.opposition !== 'objected' && (
        <CheckboxField isSelected={draft.sharing} onChange={(sharing) => change({ sharing })}>
          {t('consent.sharing')}
        </CheckboxField>
      )}
      {record.error && <ErrorNotice error={record.error} />}
      <div className={styles.actions}>
        {consent && onDone && <Button onPress={onDone}>{t('cancel')}</Button>}
        <Button type="submit" variant={consent ? 'primary' : 'secondary'} isPending={record.isPending && !objecting}>
          {t('consent.save')}
        </Button>
      </div>
      <Dialog
        role="alertdialog"
        title={t('consent.objectTitle')}
        isOpen={objecting !== null}
        onClose={() => setObjecting(null)}
        actions={
          <>
            <Button onPress={() => setObjecting(null)}>{t('cancel')}</Button>
            <Button variant="danger" isPending={record.isPending} onPress={() => objecting && send(objecting)}>
              {t('consent.objectConfirm')}
            </Button>
          </>
        }
      >
        <p>{t('consent.objectWords')}</p>
      </Dialog>
    </form>
  );
}
