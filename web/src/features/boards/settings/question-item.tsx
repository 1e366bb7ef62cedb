import type { Question } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { Button, CheckboxField, SelectField, TextArea, TextField } from '../../../ui/index.ts';
import type { QuestionDraft } from './draft.ts';
import styles from './settings.module.css';
import type { SettingsForm } from './use-settings-form.ts';

const types = ['text', 'choice', 'number', 'date', 'document'] as const satisfies Question['type'][];

/** One question being written, with its place in the questionnaire. */
export function QuestionItem({
  question,
  place,
  count,
  form: { problem },
  onChange,
  onMove,
  onRemove,
}: {
  question: QuestionDraft;
  place: number;
  count: number;
  form: SettingsForm;
  onChange: (part: Partial<QuestionDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('boards');
  const number = place + 1;
  const at = `questionnaire.${place}`;
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <h3 className={styles.itemTitle}>{t('questions.question', { number })}</h3>
        <Button
          id={`${question.key}-up`}
          variant="quiet"
          size="small"
          icon="chevronUp"
          isDisabled={place === 0}
          aria-label={t('questions.up', { number })}
          onPress={() => onMove(-1)}
        />
        <Button
          id={`${question.key}-down`}
          variant="quiet"
          size="small"
          icon="chevronDown"
          isDisabled={number === count}
          aria-label={t('questions.down', { number })}
          onPress={() => onMove(1)}
        />
        <Button
          variant="quiet"
          size="small"
          icon="trash"
          aria-label={t('questions.remove', { number })}
          onPress={onRemove}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('questions.label')}
          maxLength={200}
          value={question.label}
          error={problem(`${at}.label`)}
          onChange={(label) => onChange({ label })}
        />
        <SelectField
          label={t('questions.type')}
          choices={types.map((id) => ({ id, label: t(`questions.type_${id}`) }))}
          value={question.type}
          onChange={(type) => onChange({ type })}
        />
      </div>
      {question.type === 'choice' && (
        <TextArea
          label={t('questions.choices')}
          description={t('questions.choicesHint')}
          value={question.choices}
          error={problem(`${at}.choices`)}
          onChange={(choices) => onChange({ choices })}
        />
      )}
      {question.type === 'number' && (
        <TextField
          label={t('questions.unit')}
          maxLength={30}
          value={question.unit}
          error={problem(`${at}.unit`)}
          onChange={(unit) => onChange({ unit })}
        />
      )}
      <CheckboxField isSelected={question.mandatory} onChange={(mandatory) => onChange({ mandatory })}>
        {t('questions.mandatory')}
      </CheckboxField>
    </li>
  );
}
