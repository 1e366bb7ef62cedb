import { useTranslation } from 'react-i18next';
import { passwordAdvice } from '../lib/index.ts';
import { Icon } from './icon.tsx';
import { PasswordField } from './password-field.tsx';
import styles from './password-field.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export type NewPasswordFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Words that it must not hold: names, the beginning of the address. */
  owner?: readonly string[];
  error?: string | false | null | undefined;
};

function Advice({ done, children }: { done: boolean; children: string }) {
  const { t } = useTranslation('ui');
  return (
    <li data-done={done || undefined}>
      <span className={styles.dot} aria-hidden="true">
        {done && <Icon name="check" size={16} />}
      </span>
      <span>
        {children}
        {done && <VisuallyHidden> ({t('password.done')})</VisuallyHidden>}
      </span>
    </li>
  );
}

/** A password that is being chosen, with advice that follows what is typed. No rule but length and not being oneself. */
export function NewPasswordField({ owner = [], ...props }: NewPasswordFieldProps) {
  const { t } = useTranslation('ui');
  const { missing, personal } = passwordAdvice(props.value, owner);
  const typed = props.value !== '';
  return (
    <PasswordField
      {...props}
      isRequired
      autoComplete="new-password"
      maxLength={256}
      description={
        <ul className={styles.advice}>
          <Advice done={missing === 0}>
            {typed && missing > 0 ? t('password.missing', { count: missing }) : t('password.length')}
          </Advice>
          <Advice done={typed && !personal}>{t(personal ? 'password.personal' : 'password.notPersonal')}</Advice>
          <Advice done={false}>{t('password.words')}</Advice>
        </ul>
      }
    />
  );
}
