import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, Notice, TextArea, useToast } from '../../ui/index.ts';
import styles from './freeze-dialog.module.css';

const shortestReason = 3;

/** Validates a report without the quorum, for a reason that is kept with it. Source: SC-84; domain.md 1.3. */
export function QuorumDialog({
  reportId,
  quorum,
  onClose,
  goToAttendance,
}: {
  reportId: string;
  /** Who is missing right now, in words; nothing once everybody is there. */
  quorum: ReactNode;
  onClose: () => void;
  goToAttendance: () => void;
}) {
  const { t } = useTranslation('reports');
  const { show } = useToast();
  const form = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const move = useCommand('moveReport', { refreshes: ['readReport', 'readMeeting'] });
  const tooShort = reason.trim().length < shortestReason;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (tooShort) return;
    move.mutate(
      { params: { reportId }, body: { state: 'validated', quorumDerogation: reason.trim() } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('actions.moved', { state: t('state.validated') }) });
          onClose();
        },
      },
    );
  }

  /** Leaves for those present, once the dialog has given the focus back. */
  function leave(): void {
    onClose();
    requestAnimationFrame(() => requestAnimationFrame(goToAttendance));
  }

  return (
    <Dialog
      title={t('quorum.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('freeze.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={move.isPending}>
            {t('quorum.confirm')}
          </Button>
        </>
      }
    >
      <Notice
        tone="warning"
        actions={
          <Button size="small" onPress={leave}>
            {t('quorum.attendance')}
          </Button>
        }
      >
        {quorum}
        <p>{t('quorum.body')}</p>
      </Notice>
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <TextArea
          label={t('quorum.reason')}
          description={t('quorum.reasonHint')}
          rows={2}
          maxLength={500}
          isRequired
          value={reason}
          onChange={setReason}
          error={tried && tooShort ? t('correct.reasonRequired') : null}
        />
        {move.error && <ErrorNotice error={move.error} />}
      </form>
    </Dialog>
  );
}
