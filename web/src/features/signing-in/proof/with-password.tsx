import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { CodeField, PasswordField } from '../../../ui/index.ts';
import styles from '../signing-in.module.css';
import { useRefusal } from '../use-refusal.ts';
import { RefusalNotice } from '../wait-notice.tsx';

/** The password, and the code of the application for who has one. Its button is the dialog's, by `form`. */
export function WithPassword({ form, asksCode, onProved }: { form: string; asksCode: boolean; onProved: () => void }) {
  const { t } = useTranslation('signingIn');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { refusal, refuse } = useRefusal();
  const prove = useCommand('proveWithPassword');
  const send = (event: FormEvent) => {
    event.preventDefault();
    // The form is drawn in the page that asked, whose own form must not be sent with it.
    event.stopPropagation();
    if (password === '' || prove.isPending) return;
    refuse(null);
    const body = code === '' ? { password } : { password, code };
    prove.mutate({ body }, { onSuccess: onProved, onError: refuse });
  };
  return (
    <form id={form} noValidate onSubmit={send} className={styles.group}>
      <PasswordField
        label={t('password.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      {asksCode && <CodeField label={t('proof.code')} length={6} value={code} onChange={setCode} />}
      <RefusalNotice {...refusal} />
    </form>
  );
}
