import { useState } from 'react';
import { Button, Input, TextField as AriaTextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import { FieldLabel, FieldNotes } from './field-parts.tsx';
import styles from './password-field.module.css';
import type { TextFieldProps } from './text-field.tsx';

/** A password, hidden unless its owner asks to see it. */
export function PasswordField({ label, description, error, ref, className, ...props }: TextFieldProps) {
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      {...props}
      type={shown ? 'text' : 'password'}
      validationBehavior="aria"
      isInvalid={Boolean(error)}
      className={field.field ?? ''}
    >
      <FieldLabel label={label} isRequired={props.isRequired} />
      <div className={styles.box}>
        <Input
          {...(ref ? { ref } : {})}
          className={classNames(field.control, styles.input, className)}
          autoCapitalize="none"
          spellCheck="false"
        />
        <Button
          className={styles.toggle ?? ''}
          onPress={() => setShown(!shown)}
          aria-label={t(shown ? 'password.hide' : 'password.show')}
        >
          {t(shown ? 'password.hideShort' : 'password.showShort')}
        </Button>
      </div>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
