import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { presentPatientName } from '../../../lib/index.ts';
import { Button, Dialog, ErrorNotice, TextArea, useToast } from '../../../ui/index.ts';
import styles from './case-extras.module.css';
import type { CaseDialogProps } from './postpone-dialog.tsx';

/** Takes a case off the list, after a question. Source: SC-63. */
export function RemoveCaseDialog({ line, onClose }: CaseDialogProps) {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const [reason, setReason] = useState('');
  const withdraw = useCommand('withdrawPresentation', { refreshes: ['readMeeting', 'listMeetings'] });
  const { caseId, presentationId } = line;
  const name = presentPatientName(line.patient);

  function confirm(): void {
    const input = { params: { caseId, presentationId }, body: { reason: reason.trim() } };
    // The row leaves with the answer, and this dialog with it: the promise outlives both.
    withdraw.mutateAsync(input).then(
      () => {
        show({ tone: 'success', message: t('remove.done', { name }) });
        onClose();
      },
      () => undefined,
    );
  }

  return (
    <Dialog
      role="alertdialog"
      title={t('remove.title', { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('run.cancel')}</Button>
          <Button variant="danger" isPending={withdraw.isPending} onPress={confirm}>
            {t('remove.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('remove.body')}</p>
        <TextArea label={t('remove.reason')} rows={2} maxLength={500} value={reason} onChange={setReason} />
        {withdraw.error && <ErrorNotice error={withdraw.error} />}
      </div>
    </Dialog>
  );
}
