import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { formatDate, parseTypedDate, presentPatientName } from '../../../lib/index.ts';
import { Button, DateField, Dialog, ErrorNotice, TextField, useToast } from '../../../ui/index.ts';
import styles from './case-extras.module.css';
import type { CaseDialogProps } from './postpone-dialog.tsx';

/** Makes a case an « enregistrement », with the référentiel that it applies. Source: domain.md 1.1. */
export function RegistrationDialog({ meeting: { meetingId }, line, onClose }: CaseDialogProps) {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const form = useId();
  const patientName = presentPatientName(line.patient);
  const { guideline } = line;
  const [name, setName] = useState(guideline?.name ?? '');
  const [version, setVersion] = useState(guideline?.version ?? '');
  const [typedDate, setTypedDate] = useState(guideline ? formatDate(guideline.date) : '');
  const [tried, setTried] = useState(false);
  const update = useCommand('updatePresentation', { refreshes: ['readMeeting'] });
  const date = parseTypedDate(typedDate);
  const missing = (text: string) => (tried && text.trim() === '' ? t('people.required') : null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || version.trim() === '' || date === null) return;
    const guidelineTyped = { name: name.trim(), version: version.trim(), date };
    const params = { meetingId, presentationId: line.presentationId };
    // The row leaves for the other view with the answer, and this dialog with it: the promise outlives both.
    update.mutateAsync({ params, body: { track: 'registration', guideline: guidelineTyped } }).then(
      () => {
        show({ tone: 'success', message: t('registration.done', { name: patientName }) });
        onClose();
      },
      () => undefined,
    );
  }

  return (
    <Dialog
      title={t('registration.title', { name: patientName })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('run.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={update.isPending}>
            {t('registration.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <p>{t('registration.intro')}</p>
        <TextField
          label={t('registration.name')}
          description={t('registration.nameHint')}
          isRequired
          maxLength={200}
          value={name}
          onChange={setName}
          error={missing(name)}
        />
        <TextField
          label={t('registration.version')}
          isRequired
          maxLength={60}
          autoComplete="off"
          value={version}
          onChange={setVersion}
          error={missing(version)}
        />
        <DateField
          label={t('registration.date')}
          isRequired
          value={typedDate}
          onChange={setTypedDate}
          error={tried && date === null ? t('registration.dateInvalid') : null}
        />
        {update.error && <ErrorNotice error={update.error} />}
      </form>
    </Dialog>
  );
}
