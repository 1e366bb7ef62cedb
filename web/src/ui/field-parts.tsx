import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

/** What every field shares. `error` is the sentence to show; a field without one is taken as right. */
export type FieldWords = {
  label: string;
  description?: ReactNode;
  error?: string | false | null | undefined;
};

/** The label, with « obligatoire » in words when the field is. */
export function FieldLabel({ label, isRequired }: { label: string; isRequired?: boolean | undefined }) {
  const { t } = useTranslation('ui');
  return (
    <Label className={styles.label ?? ''}>
      {label}
      {isRequired && <span className={styles.required}> ({t('required')})</span>}
    </Label>
  );
}

/** The help and the error of a field, tied to its control. */
export function FieldNotes({ description, error }: Pick<FieldWords, 'description' | 'error'>) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error || undefined}</FieldError>
    </>
  );
}
