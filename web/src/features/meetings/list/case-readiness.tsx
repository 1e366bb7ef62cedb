import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../../api/index.ts';
import { presentPatientName } from '../../../lib/index.ts';
import { Button, useToast } from '../../../ui/index.ts';
import { mayRun } from '../use-meeting.ts';
import styles from './case-extras.module.css';
import { useMissingWords } from './missing-words.ts';

/** What a case that is not ready lacks, and one press to tell its presenter. Source: SC-87. */
export function CaseReadiness({ meeting, line }: { meeting: MeetingDetail; line: PresentationLine }) {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const words = useMissingWords();
  const me = useRead('readMe');
  const remind = useCommand('remindPresenter', { refreshes: ['readMeeting'] });
  const { meetingId } = meeting;
  const { presentationId, presenter, missing } = line;
  if (missing.length === 0) return null;
  const mayRemind = mayRun(meeting) && me.data !== undefined && me.data.accountId !== presenter.accountId;

  function send(): void {
    remind.mutate(
      { params: { meetingId, presentationId } },
      {
        onSuccess: () => show({ tone: 'success', message: t('ready.reminded', { name: presenter.name }) }),
        onError: (error) =>
          show(
            error.code === 'too_many'
              ? { message: t('ready.remindedAlready', { name: presenter.name }) }
              : { tone: 'danger', message: error.message },
          ),
      },
    );
  }

  return (
    <div className={styles.readiness}>
      <p>{t('ready.missing', { items: words(missing) })}</p>
      {mayRemind && (
        <Button
          size="small"
          icon="mail"
          aria-label={t('ready.remindFor', { name: presenter.name, patient: presentPatientName(line.patient) })}
          isPending={remind.isPending}
          onPress={send}
        >
          {t('ready.remind')}
        </Button>
      )}
    </div>
  );
}
