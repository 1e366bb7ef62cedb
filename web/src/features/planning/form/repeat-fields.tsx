import { useTranslation } from 'react-i18next';
import { ChoiceField, DateField, SelectField, TextField } from '../../../ui/index.ts';
import styles from '../planning.module.css';
import { type PlanDraft, type PlanProblems, repeats } from './plan-draft.ts';

export type RepeatFieldsProps = {
  draft: PlanDraft;
  onChange: (part: Partial<PlanDraft>) => void;
  problems: PlanProblems;
};

/** How often a meeting comes back, and until when. */
export function RepeatFields({ draft, onChange, problems }: RepeatFieldsProps) {
  const { t } = useTranslation('planning');
  const words = (name: PlanProblems[keyof PlanProblems]) => (name ? t(`problem.${name}`) : null);
  return (
    <div className={styles.group}>
      <SelectField
        label={t('form.repeat')}
        choices={repeats.map((id) => ({ id, label: t(`repeat.${id}`) }))}
        value={draft.repeat}
        onChange={(repeat) => onChange({ repeat })}
      />
      {draft.repeat !== 'once' && (
        <div className={styles.nested}>
          <ChoiceField
            label={t('form.end')}
            choices={(['count', 'until'] as const).map((id) => ({ id, label: t(`end.${id}`) }))}
            value={draft.end}
            onChange={(end) => onChange({ end })}
          />
          {draft.end === 'count' ? (
            <TextField
              isRequired
              inputMode="numeric"
              label={t('form.count')}
              value={draft.count}
              onChange={(count) => onChange({ count })}
              error={words(problems.count)}
              maxLength={4}
              autoComplete="off"
            />
          ) : (
            <DateField
              isRequired
              label={t('form.until')}
              value={draft.until}
              onChange={(until) => onChange({ until })}
              error={words(problems.until)}
            />
          )}
        </div>
      )}
    </div>
  );
}
