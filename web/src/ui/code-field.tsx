import type { Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './code-field.module.css';
import type { FieldWords } from './field-parts.tsx';
import { TextField } from './text-field.tsx';

/** The digits of a code: pasted with its spaces or proposed by the telephone, only its digits are kept. */
export function CodeField({
  length,
  secret = false,
  value,
  onChange,
  ref,
  ...words
}: FieldWords & {
  length: number;
  /** Digits that are one's own, hidden as they are typed; otherwise they came by a message. */
  secret?: boolean;
  value: string;
  onChange: (digits: string) => void;
  ref?: Ref<HTMLInputElement>;
}) {
  return (
    <TextField
      {...words}
      {...(ref ? { ref } : {})}
      type={secret ? 'password' : 'text'}
      inputMode="numeric"
      autoComplete={secret ? 'off' : 'one-time-code'}
      value={value}
      onChange={(text) => onChange(text.replace(/\D/g, '').slice(0, length))}
      className={classNames(styles.code, length <= 4 && styles.short)}
    />
  );
}
