import { Radio, RadioGroup } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';
import type { Choice } from './select-field.tsx';

export type ChoiceFieldProps<Id extends string> = FieldWords & {
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** One under the other, for choices that are sentences. */
  inLines?: boolean;
};

/** One choice among few, all of them on the screen. */
export function ChoiceField<Id extends string>({
  label,
  description,
  error,
  choices,
  value,
  onChange,
  inLines = false,
  ...props
}: ChoiceFieldProps<Id>) {
  return (
    <RadioGroup
      {...props}
      value={value}
      onChange={(id) => onChange(id as Id)}
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} isRequired={props.isRequired} />
      <div className={inLines ? styles.lines : styles.choices}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={styles.choice ?? ''}>
            <span className={classNames(styles.box, styles.round)} aria-hidden="true" />
            {choice.label}
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </RadioGroup>
  );
}
