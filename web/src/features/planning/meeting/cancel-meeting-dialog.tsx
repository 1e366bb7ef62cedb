import type { MeetingDetail } from '@concertation/shared/contracts';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, ChoiceField, Dialog, ErrorNotice, TextArea, useToast } from '../../../ui/index.ts';
import styles from '../planning.module.css';

/** « Annuler la réunion », with its reason; in a series, this one or all that follow. */
export function CancelMeetingDialog({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const { t } = useTranslation('planning');
  const { show } = useToast();
  const form = useId();
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<'one' | 'following'>('one');
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const cancel = useCommand('cancelMeeting', { refreshes: ['readMeeting', 'listBoardMeetings', 'listMeetings'] });
  const missing = reason.trim().length < 3;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (cancel.isPending) return;
    if (missing) return input.current?.focus();
    cancel.mutate(
      { params: { meetingId: meeting.meetingId }, body: { reason: reason.trim(), following: scope === 'following' } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('cancel.done') });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      isOpen
      title={t('cancel.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel.keep')}</Button>
          <Button variant="danger" type="submit" form={form} isPending={cancel.isPending}>
            {t('cancel.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <p>{t('cancel.words')}</p>
        <TextArea
          ref={input}
          isRequired
          label={t('cancel.reason')}
          description={t('cancel.reasonHint')}
          value={reason}
          onChange={setReason}
          error={tried && missing ? t('cancel.reasonMissing') : null}
          maxLength={500}
          rows={2}
        />
        {meeting.inSeries && (
          <ChoiceField
            label={t('cancel.scope')}
            choices={(['one', 'following'] as const).map((id) => ({ id, label: t(`cancel.${id}`) }))}
            value={scope}
            onChange={setScope}
          />
        )}
      </form>
      {cancel.error && <ErrorNotice error={cancel.error} />}
    </Dialog>
  );
}
