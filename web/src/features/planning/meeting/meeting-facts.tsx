import type { MeetingDetail } from '@concertation/shared/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../ui/index.ts';
import { browserZone, sameClock, wallClockOf } from '../form/wall-clock.ts';
import styles from '../planning.module.css';
import { StateBadge } from '../state-badge.tsx';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Whether presenters may still come on the list of a planned meeting. */
export function isClosedToPresenters({ registrationClosesAt }: MeetingDetail, now = new Date()): boolean {
  return registrationClosesAt !== null && new Date(registrationClosesAt) <= now;
}

/** Date, length, state, registrations and places, in words. */
export function MeetingFacts({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('planning');
  const { meetingTime, moment } = useFormats();
  const { startsAt, timeZone, registrationClosesAt, capacity, presentationCount } = meeting;
  const closed = isClosedToPresenters(meeting);
  const registers = meeting.state === 'planned' && !meeting.fictitious;
  return (
    <dl className={styles.factList}>
      <Fact name={t('facts.date')}>
        <time dateTime={startsAt}>{meetingTime(startsAt)}</time>
        {!sameClock(startsAt, timeZone, browserZone()) && (
          <span className={styles.soft}>
            {' '}
            {t('facts.zone', { hour: wallClockOf(startsAt, timeZone).slice(-5), zone: timeZone })}
          </span>
        )}
      </Fact>
      <Fact name={t('facts.duration')}>{t('row.minutes', { count: meeting.durationMinutes })}</Fact>
      <Fact name={t('facts.state')}>
        <StateBadge state={meeting.state} />
      </Fact>
      {registers && (
        <Fact name={t('facts.registrations')}>
          {closed || !registrationClosesAt
            ? t(closed ? 'facts.closed' : 'facts.open')
            : t('facts.until', { moment: moment(registrationClosesAt) })}
        </Fact>
      )}
      {registers && capacity !== null && (
        <Fact name={t('facts.places')}>{t('facts.taken', { taken: presentationCount, count: capacity })}</Fact>
      )}
      {meeting.inSeries && <Fact name={t('facts.series')}>{t('facts.inSeries')}</Fact>}
    </dl>
  );
}
