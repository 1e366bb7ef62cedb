import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, TextArea, useToast } from '../../ui/index.ts';
import styles from './freeze-dialog.module.css';

type Props = { reportId: string; isOpen: boolean; onClose: () => void };

/** Opens a new version of a frozen report; the meeting's list then leads to it. */
export function CorrectDialog({ reportId, isOpen, onClose }: Props) {
  const { t } = useTranslation('reports');
  const { show } = useToast();
  const form = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const correct = useCommand('correctReport', { refreshes: ['readReport', 'readMeeting', 'listOpinions'] });
  const problem = tried && reason.trim().length < 3 ? t('correct.reasonRequired') : null;

  /** What was typed stays for the next opening: a press outside is easily made. */
  function close(): void {
    setTried(false);
    correct.reset();
    onClose();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (correct.isPending) return;
    if (reason.trim().length < 3) return input.current?.focus();
    correct.mutate(
      { params: { reportId }, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('correct.done') });
          setReason('');
          close();
        },
      },
    );
  }

  return (
    <Dialog
      title={t('correct.title')}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('correct.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={correct.isPending}>
            {t('correct.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <p>{t('correct.body')}</p>
        <TextArea
          ref={input}
          isRequired
          label={t('correct.reason')}
          description={t('correct.reasonHint')}
          value={reason}
          onChange={setReason}
          error={problem}
          maxLength={1000}
          rows={3}
        />
      </form>
      {correct.error && <ErrorNotice error={correct.error} />}
    </Dialog>
  );
}
