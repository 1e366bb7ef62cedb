import type { MeetingDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { localeOf } from '../../lib/index.ts';
import { ErrorNotice, Panel, Spinner, useLanguage, VisuallyHidden } from '../../ui/index.ts';
import styles from './guests.module.css';

function Stars({ count }: { count: number }) {
  const { t } = useTranslation('guests');
  return (
    <span className={styles.stars}>
      <span aria-hidden="true">
        {'★'.repeat(count)}
        <span className={styles.starsLeft}>{'★'.repeat(5 - count)}</span>
      </span>
      <VisuallyHidden>{t('ratings.stars', { count })}</VisuallyHidden>
    </span>
  );
}

/** How people found the sound and the image, without names, for who ran the meeting. Source: SA-108, SA-109. */
export function RatingsPanel({ meeting: { meetingId } }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('guests');
  const { language } = useLanguage();
  const ratings = useRead('listCallRatings', { params: { meetingId } });
  const { average = null, lines = [] } = ratings.data ?? {};
  const mean = average?.toLocaleString(localeOf(language), { maximumFractionDigits: 1 });
  return (
    <Panel title={t('ratings.title')} level={3} padding={false}>
      {ratings.isPending && <Spinner size="block" label={t('ratings.loading')} />}
      {ratings.error && !ratings.data && <ErrorNotice error={ratings.error} onRetry={() => void ratings.refetch()} />}
      {ratings.data && (
        <>
          <div className={styles.inset}>
            <p className={styles.summary}>
              {mean === undefined ? t('ratings.none') : t('ratings.average', { average: mean, count: lines.length })}
            </p>
            {lines.length > 0 && <p className={styles.soft}>{t('ratings.anonymous')}</p>}
          </div>
          {lines.some(({ comment }) => comment !== '') && (
            <ul className={styles.rows}>
              {lines
                .filter(({ comment }) => comment !== '')
                .map(({ at, stars, comment }) => (
                  <li key={at} className={styles.row}>
                    <span className={styles.comment}>{comment}</span>
                    <Stars count={stars} />
                  </li>
                ))}
            </ul>
          )}
        </>
      )}
    </Panel>
  );
}
