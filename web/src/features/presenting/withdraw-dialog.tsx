import type { CasePresentation } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, TextArea, useFormats, useToast } from '../../ui/index.ts';
import styles from './presenting.module.css';

/** Asks before a case leaves a list: the board loses the sheet and the draft of its report. */
export function WithdrawDialog({
  caseId,
  presentation,
  onClose,
}: {
  caseId: string;
  presentation: CasePresentation;
  onClose: () => void;
}) {
  const { t } = useTranslation('presenting');
  const { meetingTime } = useFormats();
  const { show } = useToast();
  const [reason, setReason] = useState('');
  const withdraw = useCommand('withdrawPresentation', { refreshes: ['listCasePresentations', 'readCase'] });
  const { presentationId, board, meetingStartsAt, state } = presentation;
  const about = { board: board.name, date: meetingTime(meetingStartsAt) };
  const listed = state === 'listed';
  const send = () =>
    withdraw.mutate(
      { params: { caseId, presentationId }, body: { reason } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('withdraw.done', about) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      role="alertdialog"
      title={t('withdraw.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="danger" isPending={withdraw.isPending} onPress={send}>
            {t('withdraw.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.questions}>
        <p>{t(listed ? 'withdraw.words' : 'withdraw.preparing', about)}</p>
        {listed && (
          <TextArea label={t('withdraw.reason')} value={reason} onChange={setReason} maxLength={500} rows={2} />
        )}
        {withdraw.error && <ErrorNotice error={withdraw.error} />}
      </div>
    </Dialog>
  );
}
