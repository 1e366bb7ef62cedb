import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/index.ts';
import styles from './area-switch.module.css';

/** What a narrow screen shows one at a time. */
export const areas = ['list', 'sheet', 'report', 'people', 'call'] as const;
export type Area = (typeof areas)[number];

/** Chooses the area shown: all of them at the foot of a phone (« Visio » during a call), sheet or report on a tablet, not there on a wide screen. */
export function AreaSwitch({
  area,
  hasCall,
  onChange,
}: {
  area: Area;
  hasCall: boolean;
  onChange: (area: Area) => void;
}) {
  const { t } = useTranslation('meetings');
  return (
    <nav aria-label={t('areas.label')} className={styles.switch}>
      {areas
        .filter((each) => hasCall || each !== 'call')
        .map((each) => (
          <button
            key={each}
            type="button"
            className={classNames(styles.choice, styles[each])}
            aria-current={each === area ? 'true' : undefined}
            onClick={() => onChange(each)}
          >
            {t(`areas.${each}`)}
          </button>
        ))}
    </nav>
  );
}
