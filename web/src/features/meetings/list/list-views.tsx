import type { PresentationLine } from '@concertation/shared/contracts';
import { tracks } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import styles from './case-extras.module.css';

export type View = PresentationLine['track'];

/** « À discuter » and « enregistrement », each with its count. Source: domain.md 1.1. */
export function ListViews({
  lines,
  view,
  onChange,
}: {
  lines: readonly PresentationLine[];
  view: View;
  onChange: (view: View) => void;
}) {
  const { t } = useTranslation('meetings');
  return (
    <fieldset aria-label={t('views.label')} className={styles.views}>
      {tracks.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === view}
          className={styles.view}
          onClick={() => onChange(each)}
        >
          {t(`views.${each}`, { count: lines.filter(({ track }) => track === each).length })}
        </button>
      ))}
    </fieldset>
  );
}
