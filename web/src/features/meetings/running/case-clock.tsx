import type { PresentationLine } from '@concertation/shared/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Icon } from '../../../ui/index.ts';
import { clockOf } from './clock.ts';
import styles from './running.module.css';

/** The instant, every second for as long as it is looked at. */
function useNow(runs: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!runs) return;
    const tick = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(tick);
  }, [runs]);
  return now;
}

/** How long a case has been discussed, of how long was planned; past that, it says so. */
export function CaseClock({ line }: { line: PresentationLine }) {
  const { t } = useTranslation('meetings');
  const now = useNow(line.discussedSince !== null);
  const { minutes, seconds, beyond } = clockOf(line, now);
  if (line.discussedSince === null && line.discussedSeconds === 0) return null;
  return (
    <span className={styles.clock}>
      <Icon name="clock" size={16} />
      <span role="timer" aria-label={t('clock.label')}>
        {t('clock.elapsed', { minutes, seconds: String(seconds).padStart(2, '0'), planned: line.minutes })}
      </span>
      {beyond !== null && (
        <Badge tone="warning">{beyond === 0 ? t('clock.exceeded') : t('clock.exceededBy', { count: beyond })}</Badge>
      )}
    </span>
  );
}
