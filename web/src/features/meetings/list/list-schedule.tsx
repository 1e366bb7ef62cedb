import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../ui/index.ts';
import styles from './case-extras.module.css';
import type { Schedule } from './schedule.ts';

/** How long the list should take, until when, and whether that is longer than the meeting. */
export function ListSchedule({ schedule: { minutes, ends, beyond } }: { schedule: Schedule }) {
  const { t } = useTranslation('meetings');
  const { time } = useFormats();
  return (
    <p className={styles.schedule}>
      {t('list.total', { count: minutes, time: time(ends) })}
      {beyond > 0 && <strong className={styles.beyond}>{t('list.beyond', { count: beyond })}</strong>}
    </p>
  );
}
