import { foldText } from '@concertation/shared/domain';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import styles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';
import popover from './popover.module.css';

const shownAtMost = 12;

/** One line of text for which usual answers are proposed as it is typed; any other is as good. */
export function ProposedField({
  label,
  description,
  error,
  value,
  onChange,
  proposals,
  name,
  isRequired = false,
  maxLength = 120,
}: FieldWords & {
  value: string;
  onChange: (value: string) => void;
  proposals: readonly string[];
  name?: string;
  isRequired?: boolean;
  maxLength?: number;
}) {
  const sought = foldText(value);
  const items = proposals
    .filter((one) => foldText(one).includes(sought) && foldText(one) !== sought)
    .slice(0, shownAtMost)
    .map((id) => ({ id }));
  return (
    <ComboBox
      items={items}
      inputValue={value}
      onInputChange={(text) => onChange(text.slice(0, maxLength))}
      allowsCustomValue
      menuTrigger="input"
      isRequired={isRequired}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Input className={styles.control ?? ''} autoComplete="off" {...(name === undefined ? {} : { name })} />
      <FieldNotes description={description} error={error} />
      <Popover className={`${popover.popover} ${popover.asWideAsTrigger}`}>
        <ListBox className={popover.list ?? ''}>
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} textValue={id} className={popover.item ?? ''}>
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
