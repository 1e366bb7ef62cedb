import type { BoardMeeting } from '@concertation/shared/contracts';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge, useFormats } from '../../../ui/index.ts';
import styles from '../planning.module.css';
import { StateBadge } from '../state-badge.tsx';

/** What is said of places and registrations while they matter: before the meeting. */
function Registrations({ meeting }: { meeting: BoardMeeting }) {
  const { t } = useTranslation('planning');
  const { state, fictitious, registers, placesLeft, startsAt, registrationClosesAt } = meeting;
  if (state !== 'planned' || fictitious) return null;
  if (placesLeft === 0) return <span>{t('row.full')}</span>;
  if (!registers) return <span>{t('row.closed')}</span>;
  return (
    <>
      {placesLeft !== null && <span>{t('row.places', { count: placesLeft })}</span>}
      {registrationClosesAt && registrationClosesAt !== startsAt && <ClosesAt instant={registrationClosesAt} />}
    </>
  );
}

function ClosesAt({ instant }: { instant: string }) {
  const { t } = useTranslation('planning');
  const { moment } = useFormats();
  return <span>{t('row.closes', { moment: moment(instant) })}</span>;
}

/** One date of a board; a link for who may open it. */
export function MeetingRow({ meeting, reads }: { meeting: BoardMeeting; reads: boolean }) {
  const { t } = useTranslation('planning');
  const { meetingTime } = useFormats();
  const words = (
    <>
      <span className={styles.rowWords}>
        <time dateTime={meeting.startsAt} className={styles.rowDate}>
          {meetingTime(meeting.startsAt)}
        </time>
        <span className={styles.facts}>
          <span>{t('row.minutes', { count: meeting.durationMinutes })}</span>
          {meeting.inSeries && <span>{t('row.series')}</span>}
          <Registrations meeting={meeting} />
        </span>
      </span>
      <span className={styles.badges}>
        {meeting.fictitious && <Badge tone="warning">{t('fictitious')}</Badge>}
        <StateBadge state={meeting.state} />
      </span>
    </>
  );
  return (
    <li>
      {reads ? (
        <Link href={`/reunions/${meeting.meetingId}`} className={styles.row ?? ''}>
          {words}
        </Link>
      ) : (
        <div className={styles.row}>{words}</div>
      )}
    </li>
  );
}
