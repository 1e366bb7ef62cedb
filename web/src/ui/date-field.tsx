import { useTranslation } from 'react-i18next';
import { completeTypedDate } from '../lib/index.ts';
import styles from './field.module.css';
import { TextField, type TextFieldProps } from './text-field.tsx';

export type DateFieldProps = Omit<TextFieldProps, 'value' | 'onChange' | 'type' | 'inputMode'> & {
  /** The text as typed, JJ/MM/AAAA; read it with `parseTypedDate` of lib. */
  value: string;
  onChange: (text: string) => void;
};

/**
 * A day typed as JJ/MM/AAAA. One plain text control, so that it can be pasted, corrected and read back as it was typed:
 * a control in segments silently bends 31/02 into another day, which an identity must never do.
 */
export function DateField({ value, onChange, ...props }: DateFieldProps) {
  const { t } = useTranslation('ui');
  return (
    <TextField
      placeholder={t('dateFormat')}
      autoComplete="off"
      maxLength={10}
      {...props}
      className={styles.date}
      inputMode="numeric"
      value={value}
      onChange={(text) => onChange(completeTypedDate(text, value))}
    />
  );
}
