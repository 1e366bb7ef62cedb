import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';
import { Icon } from './icon.tsx';
import popover from './popover.module.css';

/** Something that a search found; `note` stands beside its label. */
export type Found = { id: string; label: string; note?: string };

export type ComboFieldProps = FieldWords & {
  /** What the search found for `text`; the caller searches. */
  items: readonly Found[];
  text: string;
  onTextChange: (text: string) => void;
  chosenId: string | null;
  onChoose: (id: string) => void;
  onClear: () => void;
  placeholder?: string;
  /** What to say when `items` is empty: type more, searching, nothing found. */
  emptyWords: string;
  isRequired?: boolean;
};

/** A search whose results open below the box, to choose one of them. */
export function ComboField({
  label,
  description,
  error,
  items,
  text,
  onTextChange,
  chosenId,
  onChoose,
  onClear,
  placeholder,
  emptyWords,
  isRequired = false,
}: ComboFieldProps) {
  const { t } = useTranslation('ui');
  return (
    <ComboBox
      items={items}
      inputValue={text}
      onInputChange={onTextChange}
      value={chosenId}
      onChange={(id) => id !== null && onChoose(String(id))}
      allowsEmptyCollection
      menuTrigger="input"
      isRequired={isRequired}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={styles.field ?? ''}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <div className={styles.withButton}>
        <Input
          className={styles.control ?? ''}
          autoComplete="off"
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        {text !== '' && (
          <Button slot={null} className={styles.inside ?? ''} aria-label={t('clear')} onPress={onClear}>
            <Icon name="close" size={16} />
          </Button>
        )}
      </div>
      <FieldNotes description={description} error={error} />
      <Popover className={classNames(popover.popover, popover.asWideAsTrigger)}>
        <ListBox<Found>
          className={popover.list ?? ''}
          renderEmptyState={() => <p className={popover.empty}>{emptyWords}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={popover.item ?? ''}>
              <span className={popover.itemLabel}>{item.label}</span>
              {item.note !== undefined && <span className={popover.itemNote}>{item.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
