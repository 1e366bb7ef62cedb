import type { OutboxMail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Badge, Icon, useFormats } from '../../../ui/index.ts';
import { MailText } from './mail-text.tsx';
import styles from './outbox.module.css';
import { readCalendar } from './read-calendar.ts';

function Calendar({ content }: { content: string }) {
  const { t } = useTranslation('notifications');
  const { meetingTime, time } = useFormats();
  return (
    <section className={styles.calendar}>
      <h4 className={styles.calendarTitle}>
        <Icon name="calendar" size={18} />
        {t('outbox.calendar')}
      </h4>
      <ul>
        {readCalendar(content).map(({ summary, startsAt, endsAt, place, cancelled }, index) => (
          <li key={index}>
            <strong>{summary}</strong> {cancelled && <Badge>{t('outbox.cancelled')}</Badge>}
            {startsAt && (
              <span className={styles.block}>
                {meetingTime(startsAt)}
                {endsAt && ` – ${time(endsAt)}`}
              </span>
            )}
            {place && <span className={styles.block}>{place}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One mail: to whom, about what, whether it left; opened, what it says. */
export function MailRow({ mail }: { mail: OutboxMail }) {
  const { t } = useTranslation('notifications');
  const { moment } = useFormats();
  const state = mail.sentAt ? 'sent' : mail.failure ? 'failed' : 'waiting';
  const tone = { sent: 'success', failed: 'danger', waiting: 'neutral' } as const;
  return (
    <li className={styles.mail}>
      <details>
        <summary className={styles.summary}>
          <span className={styles.subject}>
            <span className={styles.chevron}>
              <Icon name="chevronRight" size={16} />
            </span>
            {mail.subject}
          </span>{' '}
          <span className={styles.recipient}>{t('outbox.to', { recipient: mail.recipient })}</span>{' '}
          <span className={styles.state}>
            {mail.calendar !== null && <Badge tone="info">{t('outbox.calendar')}</Badge>}{' '}
            <Badge tone={tone[state]}>{t(`outbox.${state}`)}</Badge>{' '}
            <time className={styles.soft} dateTime={mail.createdAt}>
              {moment(mail.createdAt)}
            </time>
          </span>
        </summary>
        <div className={styles.body}>
          {mail.failure && <p className={styles.soft}>{mail.failure}</p>}
          <MailText text={mail.text} />
          {mail.calendar !== null && <Calendar content={mail.calendar} />}
        </div>
      </details>
    </li>
  );
}
