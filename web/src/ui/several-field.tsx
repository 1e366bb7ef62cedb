import { Checkbox, CheckboxGroup } from 'react-aria-components';
import styles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';
import { Icon } from './icon.tsx';
import type { Choice } from './select-field.tsx';

/** Several choices among few, all of them on the screen, each with one line of words. */
export function SeveralField<Id extends string>({
  label,
  description,
  error,
  choices,
  value,
  onChange,
}: FieldWords & {
  choices: readonly (Choice<Id> & { words: string })[];
  value: readonly Id[];
  onChange: (ids: Id[]) => void;
}) {
  return (
    <CheckboxGroup
      value={[...value]}
      // In the order of the choices, whatever the order of the presses.
      onChange={(ids) => onChange(choices.flatMap(({ id }) => (ids.includes(id) ? [id] : [])))}
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} />
      <div className={styles.lines}>
        {choices.map(({ id, label: name, words }) => (
          <Checkbox key={id} value={id} className={styles.choice ?? ''}>
            {({ isSelected }) => (
              <>
                <span className={styles.box} aria-hidden="true">
                  {isSelected && <Icon name="check" size={16} />}
                </span>
                <span className={styles.choiceWords}>
                  <span>{name}</span> <span className={styles.description}>{words}</span>
                </span>
              </>
            )}
          </Checkbox>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </CheckboxGroup>
  );
}
