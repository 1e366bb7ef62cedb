import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { presentPatientName } from '../../../lib/index.ts';
import { Button, Dialog, ErrorNotice, TextField } from '../../../ui/index.ts';
import styles from './case-extras.module.css';
import type { CaseDialogProps } from './postpone-dialog.tsx';

const longest = 240;

/** How many minutes a case is planned for. */
export function MinutesDialog({ meeting: { meetingId }, line, onClose }: CaseDialogProps) {
  const { t } = useTranslation('meetings');
  const form = useId();
  const [text, setText] = useState(String(line.minutes));
  const [tried, setTried] = useState(false);
  const update = useCommand('updatePresentation', { refreshes: ['readMeeting'] });
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  const valid = minutes >= 1 && minutes <= longest;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!valid) return;
    const params = { meetingId, presentationId: line.presentationId };
    update.mutate({ params, body: { minutes } }, { onSuccess: onClose });
  }

  return (
    <Dialog
      title={t('minutes.title', { name: presentPatientName(line.patient) })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('run.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={update.isPending}>
            {t('minutes.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('minutes.label')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          isRequired
          value={text}
          onChange={setText}
          error={tried && !valid ? t('minutes.invalid') : null}
        />
        {update.error && <ErrorNotice error={update.error} />}
      </form>
    </Dialog>
  );
}
