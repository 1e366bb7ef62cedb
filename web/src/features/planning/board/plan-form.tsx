import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../../../ui/index.ts';
import type { PlanDraft, PlanProblems } from '../form/plan-draft.ts';
import { RepeatFields } from '../form/repeat-fields.tsx';
import { VideoFields } from '../form/video-fields.tsx';
import { WhenFields } from '../form/when-fields.tsx';
import styles from '../planning.module.css';

export type PlanFormProps = {
  id: string;
  draft: PlanDraft;
  onChange: (part: Partial<PlanDraft>) => void;
  problems: PlanProblems;
  timeZone: string;
  onSubmit: () => void;
};

/** The fields of « Planifier ». */
export function PlanForm({ id, draft, onChange, problems, timeZone, onSubmit }: PlanFormProps) {
  const { t } = useTranslation('planning');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form id={id} className={styles.form} onSubmit={submit} noValidate>
      <WhenFields draft={draft} onChange={onChange} problems={problems} timeZone={timeZone} />
      <RepeatFields draft={draft} onChange={onChange} problems={problems} />
      <VideoFields
        value={draft.video}
        onChange={(video) => onChange({ video })}
        error={problems.details ? t(`problem.${problems.details}`) : null}
      />
      <div className={styles.group}>
        <CheckboxField isSelected={draft.fictitious} onChange={(fictitious) => onChange({ fictitious })}>
          {t('form.fictitious')}
        </CheckboxField>
        {draft.fictitious && <p className={styles.soft}>{t('form.fictitiousHint')}</p>}
      </div>
    </form>
  );
}
