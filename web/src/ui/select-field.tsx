import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';
import { Icon } from './icon.tsx';
import popover from './popover.module.css';

export type Choice<Id extends string> = { id: Id; label: string };

export type SelectFieldProps<Id extends string> = FieldWords & {
  choices: readonly Choice<Id>[];
  /** Null when nothing is chosen yet. */
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
};

/** One choice among several, in a list that opens. */
export function SelectField<Id extends string>({
  label,
  description,
  error,
  choices,
  value,
  onChange,
  placeholder,
  isRequired = false,
  isDisabled = false,
}: SelectFieldProps<Id>) {
  return (
    <Select
      value={value}
      onChange={(id) => id !== null && onChange(id as Id)}
      isRequired={isRequired}
      isDisabled={isDisabled}
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      className={styles.field ?? ''}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Button className={classNames(styles.control, styles.select)}>
        <SelectValue>
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <Icon name="chevronDown" size={16} />
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className={classNames(popover.popover, popover.asWideAsTrigger)}>
        <ListBox className={popover.list ?? ''} items={choices}>
          {({ id, label: words }) => (
            <ListBoxItem id={id} textValue={words} className={popover.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={popover.mark}>{isSelected && <Icon name="check" size={16} />}</span>
                  {words}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
