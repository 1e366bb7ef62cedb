import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { presentPatientName } from '../../../lib/index.ts';
import {
  Button,
  Dialog,
  EmptyState,
  ErrorNotice,
  SelectField,
  Spinner,
  TextArea,
  useFormats,
  useToast,
} from '../../../ui/index.ts';
import styles from './case-extras.module.css';
import { useLaterDates } from './use-postponement.ts';

export type CaseDialogProps = { meeting: MeetingDetail; line: PresentationLine; onClose: () => void };

const shortestReason = 3;

/** « Reporter à une réunion ultérieure »: the date, and why. What is typed stays when it is refused. Source: SC-85. */
export function PostponeDialog({ meeting, line, onClose }: CaseDialogProps) {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const { day } = useFormats();
  const form = useId();
  const [date, setDate] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { read, choices } = useLaterDates(meeting);
  const postpone = useCommand('postponePresentation', { refreshes: ['readMeeting', 'listBoardMeetings'] });
  const { caseId, presentationId } = line;
  const name = presentPatientName(line.patient);
  const tooShort = reason.trim().length < shortestReason;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (date === null || tooShort) return;
    const chosen = read.data?.find(({ meetingId }) => meetingId === date)?.startsAt;
    const input = { params: { caseId, presentationId }, body: { meetingId: date, reason: reason.trim() } };
    // The row leaves with the answer, and this dialog with it: the promise outlives both.
    postpone.mutateAsync(input).then(
      () => {
        show({ tone: 'success', message: t('postpone.done', { name, date: chosen ? day(chosen) : '' }) });
        onClose();
      },
      () => undefined,
    );
  }

  return (
    <Dialog
      title={t('postpone.title', { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('run.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form={form}
            isPending={postpone.isPending}
            isDisabled={!choices || choices.length === 0}
          >
            {t('postpone.confirm')}
          </Button>
        </>
      }
    >
      {read.isPending && <Spinner label={t('postpone.loading')} />}
      {read.error && <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />}
      {choices?.length === 0 && <EmptyState title={t('postpone.none')}>{t('postpone.noneHint')}</EmptyState>}
      {choices && choices.length > 0 && (
        <form id={form} className={styles.form} onSubmit={submit} noValidate>
          <p>{t('postpone.intro')}</p>
          <SelectField
            label={t('postpone.date')}
            choices={choices}
            value={date}
            onChange={setDate}
            placeholder={t('postpone.choose')}
            isRequired
            error={tried && date === null ? t('people.required') : null}
          />
          <TextArea
            label={t('postpone.reason')}
            description={t('postpone.reasonHint')}
            rows={2}
            maxLength={500}
            isRequired
            value={reason}
            onChange={setReason}
            error={tried && tooShort ? t('postpone.reasonRequired') : null}
          />
          {postpone.error && <ErrorNotice error={postpone.error} />}
        </form>
      )}
    </Dialog>
  );
}
