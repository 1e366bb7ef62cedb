import {
  Button,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import styles from './search-field.module.css';

/** A search box, named by its label without showing it; Escape empties it. */
export function SearchField({
  label,
  placeholder,
  ...props
}: Omit<AriaSearchFieldProps, 'children' | 'className'> & { label: string; placeholder?: string }) {
  const { t } = useTranslation('ui');
  return (
    <AriaSearchField {...props} aria-label={label} className={styles.search ?? ''}>
      <Icon name="search" size={18} />
      <Input placeholder={placeholder ?? label} className={classNames(field.control, styles.input)} />
      <Button className={field.inside ?? ''} aria-label={t('clear')}>
        <Icon name="close" size={16} />
      </Button>
    </AriaSearchField>
  );
}
