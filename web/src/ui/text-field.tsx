import type { Ref } from 'react';
import {
  Input,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.tsx';

export type TextFieldProps = Omit<AriaTextFieldProps, 'children' | 'className' | 'isInvalid'> &
  FieldWords & {
    placeholder?: string | undefined;
    className?: string | undefined;
    ref?: Ref<HTMLInputElement>;
  };

/** One line of text, with its label above, its help and its error below. */
export function TextField({ label, description, error, placeholder, className, ref, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} validationBehavior="aria" isInvalid={Boolean(error)} className={styles.field ?? ''}>
      <FieldLabel label={label} isRequired={props.isRequired} />
      <Input
        {...(ref ? { ref } : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        className={classNames(styles.control, className)}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}

/** Several lines of plain text. */
export function TextArea({
  label,
  description,
  error,
  placeholder,
  rows = 4,
  className,
  ref,
  ...props
}: Omit<TextFieldProps, 'ref'> & { rows?: number; ref?: Ref<HTMLTextAreaElement> }) {
  return (
    <AriaTextField {...props} validationBehavior="aria" isInvalid={Boolean(error)} className={styles.field ?? ''}>
      <FieldLabel label={label} isRequired={props.isRequired} />
      <AriaTextArea
        {...(ref ? { ref } : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        rows={rows}
        className={classNames(styles.control, className)}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
