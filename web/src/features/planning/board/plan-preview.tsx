import { useTranslation } from 'react-i18next';
import { Notice, useFormats } from '../../../ui/index.ts';
import { wallClockOf } from '../form/wall-clock.ts';
import styles from '../planning.module.css';

export type PlanPreviewProps = { dates: readonly string[]; typedTime: string; timeZone: string };

/** The dates that a plan means, before it is made; those whose hour the clocks change are said apart. */
export function PlanPreview({ dates, typedTime, timeZone }: PlanPreviewProps) {
  const { t } = useTranslation('planning');
  const { day, time } = useFormats(timeZone);
  const shifted = dates.filter((date) => !wallClockOf(date, timeZone).endsWith(`T${typedTime}`));
  return (
    <>
      <p>{t('preview.intro', { count: dates.length })}</p>
      {shifted.length > 0 && (
        <Notice tone="warning" title={t('preview.shiftedTitle')}>
          {shifted.map((date) => (
            <p key={date}>
              {t('preview.shifted', { day: day(date), hour: wallClockOf(date, timeZone).slice(-5), typed: typedTime })}
            </p>
          ))}
        </Notice>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows scroll a long list, which holds nothing to stop on. */}
      <ol className={styles.dates} aria-label={t('preview.dates')} tabIndex={0}>
        {dates.map((date) => (
          <li key={date}>
            <time dateTime={date}>
              {day(date)}, {time(date)}
            </time>
          </li>
        ))}
      </ol>
    </>
  );
}
