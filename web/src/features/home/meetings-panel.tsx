import type { MeetingCard } from '@concertation/shared/contracts';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import {
  Badge,
  Button,
  EmptyState,
  ErrorNotice,
  LinkButton,
  Panel,
  Spinner,
  type Tone,
  useFormats,
} from '../../ui/index.ts';
import styles from './home.module.css';
import { sortMeetings } from './sort-meetings.ts';

const tones: Record<MeetingCard['state'], Tone> = {
  planned: 'info',
  open: 'accent',
  running: 'success',
  closed: 'neutral',
  cancelled: 'neutral',
};

function State({ state }: Pick<MeetingCard, 'state'>) {
  const { t } = useTranslation('home');
  return <Badge tone={tones[state]}>{t(`meetings.state_${state}`)}</Badge>;
}

function NextMeeting({ meeting }: { meeting: MeetingCard }) {
  const { t } = useTranslation('home');
  const { day, time } = useFormats();
  const running = meeting.state === 'running' || meeting.state === 'open';
  return (
    <article className={styles.next} aria-labelledby="next-meeting">
      <p className={styles.nextHead}>
        {!running && <span className={styles.kicker}>{t('meetings.next')}</span>}
        <State state={meeting.state} />
      </p>
      <h3 id="next-meeting" className={styles.nextName}>
        {meeting.board.name}
      </h3>
      <p>
        <time dateTime={meeting.startsAt} className={styles.when}>
          {day(meeting.startsAt)}, {time(meeting.startsAt)}
        </time>
      </p>
      <p className={styles.soft}>
        {meeting.board.organisation} · {t('meetings.cases', { count: meeting.presentationCount })}
      </p>
      <LinkButton href={`/reunions/${meeting.meetingId}`} variant={running ? 'primary' : 'secondary'} icon="calendar">
        {t(running ? 'meetings.join' : 'meetings.open')}
      </LinkButton>
    </article>
  );
}

function MeetingRows({ meetings, label }: { meetings: readonly MeetingCard[]; label: string }) {
  const { t } = useTranslation('home');
  const { meetingTime } = useFormats();
  return (
    <ul className={styles.rows} aria-label={label}>
      {meetings.map((meeting) => (
        <li key={meeting.meetingId}>
          <Link href={`/reunions/${meeting.meetingId}`} className={styles.row ?? ''}>
            <span className={styles.meetingWords}>
              <span className={styles.board}>{meeting.board.name}</span>{' '}
              <time dateTime={meeting.startsAt}>{meetingTime(meeting.startsAt)}</time>{' '}
              <span className={styles.soft}>
                {meeting.board.organisation} · {t('meetings.cases', { count: meeting.presentationCount })}
              </span>
            </span>
            <State state={meeting.state} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** « Mes réunions »: what comes first, then the rest, the past on demand. */
export function MeetingsPanel() {
  const { t } = useTranslation('home');
  const meetings = useRead('listMeetings', undefined, { refreshEvery: 30_000 });
  const [showsPast, setShowsPast] = useState(false);
  const { next, coming, past } = sortMeetings(meetings.data ?? []);
  return (
    <Panel id="reunions" title={t('meetings.title')} padding={false}>
      {meetings.isPending && <Spinner size="block" />}
      {meetings.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('meetings.failed')} error={meetings.error} onRetry={() => void meetings.refetch()} />
        </div>
      )}
      {meetings.data?.length === 0 && <EmptyState title={t('meetings.empty')}>{t('meetings.emptyWords')}</EmptyState>}
      {next && <NextMeeting meeting={next} />}
      {coming.length > 0 && <MeetingRows meetings={coming} label={t('meetings.coming')} />}
      {past.length > 0 && (
        <>
          <div className={styles.tools}>
            <Button
              variant="quiet"
              size="small"
              icon={showsPast ? 'chevronUp' : 'chevronDown'}
              aria-expanded={showsPast}
              onPress={() => setShowsPast(!showsPast)}
            >
              {showsPast ? t('meetings.hidePast') : t('meetings.showPast', { count: past.length })}
            </Button>
          </div>
          {showsPast && <MeetingRows meetings={past} label={t('meetings.past')} />}
        </>
      )}
    </Panel>
  );
}
