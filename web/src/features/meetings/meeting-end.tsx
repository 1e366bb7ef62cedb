import type { MeetingDetail } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../ui/index.ts';
import { CloseMeeting } from './close-meeting.tsx';
import styles from './meeting-room.module.css';
import { useDownload } from './use-download.ts';
import { isPreparing, mayRun } from './use-meeting.ts';

/** What ends a meeting: its reports frozen by who may, its close and its summary by who runs it. Nothing where there is none. */
export function MeetingEnd({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('meetings');
  const { meetingId, state, abilities, presentations } = meeting;
  const freezes =
    abilities.includes('report.freeze') &&
    !isPreparing(meeting) &&
    state !== 'cancelled' &&
    presentations.some(({ reportState }) => !isSealed(reportState));
  const closes = mayRun(meeting) && state === 'running';
  const summed = mayRun(meeting) && state === 'closed';
  const { isPending, save } = useDownload();
  if (!freezes && !closes && !summed) return null;
  return (
    <div className={styles.end}>
      {freezes && (
        <LinkButton size="small" icon="lock" href={`/reunions/${meetingId}/figer`}>
          {t('run.freezeAll')}
        </LinkButton>
      )}
      {closes && <CloseMeeting meetingId={meetingId} />}
      {summed && (
        <Button
          size="small"
          icon="document"
          isPending={isPending}
          onPress={() => save('downloadMeetingSummary', { params: { meetingId } }, 'synthese-de-reunion.pdf')}
        >
          {t('run.summary')}
        </Button>
      )}
    </div>
  );
}
