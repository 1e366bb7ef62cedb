import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '../../../ui/index.ts';
import styles from './after.module.css';

const values = [1, 2, 3, 4, 5] as const;

/** From 1 to 5 stars, each with its words; the arrows go from one to the next. */
export function StarsField({ value, onChange }: { value: number | null; onChange: (stars: number) => void }) {
  const { t } = useTranslation('call');
  const chosen = values.find((each) => each === value);
  return (
    <RadioGroup
      className={styles.field ?? ''}
      orientation="horizontal"
      value={value === null ? null : String(value)}
      onChange={(stars) => onChange(Number(stars))}
    >
      <Label className={styles.question ?? ''}>{t('after.question')}</Label>
      <div className={styles.stars}>
        {values.map((each) => (
          <Radio key={each} value={String(each)} className={styles.star ?? ''}>
            <svg viewBox="0 0 20 20" width="32" height="32" aria-hidden="true" data-full={each <= (value ?? 0)}>
              <path d="M10 2.5l2.3 4.8 5.2.7-3.8 3.6 1 5.2L10 14.3l-4.7 2.5 1-5.2L2.5 8l5.2-.7z" />
            </svg>
            <VisuallyHidden>{t(`after.star_${each}`)}</VisuallyHidden>
          </Radio>
        ))}
      </div>
      <p className={styles.words} aria-hidden="true">
        {chosen === undefined ? t('after.stars') : t(`after.star_${chosen}`)}
      </p>
    </RadioGroup>
  );
}
