import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/index.ts';
import styles from './area-switch.module.css';

/** What a narrow screen shows one at a time. */
export const areas = ['list', 'sheet', 'report', 'people'] as const;
export type Area = (typeof areas)[number];

/** Chooses the area shown: all four at the foot of a phone, sheet or report on a tablet, not there on a wide screen. */
export function AreaSwitch({ area, onChange }: { area: Area; onChange: (area: Area) => void }) {
  const { t } = useTranslation('meetings');
  return (
    <nav aria-label={t('areas.label')} className={styles.switch}>
      {areas.map((each) => (
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
