import { useTranslation } from 'react-i18next';
import { DateField, TextField } from '../../../ui/index.ts';
import styles from '../planning.module.css';
import type { PlanDraft, PlanProblems } from './plan-draft.ts';
import { browserZone } from './wall-clock.ts';

type When = Pick<PlanDraft, 'date' | 'time' | 'duration'>;

export type WhenFieldsProps = {
  draft: When;
  onChange: (part: Partial<When>) => void;
  problems: PlanProblems;
  timeZone: string;
  /** A meeting that runs keeps its date. */
  isDateFixed?: boolean;
};

/** Date, hour and length of a meeting, on the clock of the board, which is named when the reader’s is another. */
export function WhenFields({ draft, onChange, problems, timeZone, isDateFixed = false }: WhenFieldsProps) {
  const { t } = useTranslation('planning');
  const words = (name: PlanProblems[keyof PlanProblems]) => (name ? t(`problem.${name}`) : null);
  return (
    <div className={styles.group}>
      <div className={styles.when}>
        <DateField
          isRequired
          isDisabled={isDateFixed}
          label={t('form.date')}
          value={draft.date}
          onChange={(date) => onChange({ date })}
          error={words(problems.date)}
        />
        <TextField
          isDisabled={isDateFixed}
          label={t('form.time')}
          placeholder={t('form.timeFormat')}
          maxLength={7}
          autoComplete="off"
          value={draft.time}
          onChange={(time) => onChange({ time })}
          error={words(problems.time)}
        />
        <TextField
          inputMode="numeric"
          label={t('form.duration')}
          value={draft.duration}
          onChange={(duration) => onChange({ duration })}
          error={words(problems.duration)}
          maxLength={4}
          autoComplete="off"
        />
      </div>
      {browserZone() !== timeZone && <p className={styles.soft}>{t('form.zone', { zone: timeZone })}</p>}
    </div>
  );
}
