import type { AwaitedCode } from '@concertation/shared/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useCommand } from '../../api/index.ts';
import { Button, PasswordField, TextField } from '../../ui/index.ts';
import styles from './signing-in.module.css';
import { useRefusal } from './use-refusal.ts';
import { RefusalNotice } from './wait-notice.tsx';

/** E-mail and password, then a code: who has none of the other ways. A refusal keeps what was typed. Source: SC-18, PA-21. */
export function PasswordSignIn({
  shared,
  email,
  onEmail,
  onCode,
}: {
  shared: boolean;
  email: string;
  onEmail: (email: string) => void;
  /** The password was right: a code is on its way. */
  onCode: (awaited: AwaitedCode) => void;
}) {
  const { t } = useTranslation('signingIn');
  const { state } = useLocation() as { state: { email?: string } | null };
  const fields = useRef<HTMLFormElement>(null);
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'email' | 'password' | null>(null);
  const { refusal, mustWait, refuse } = useRefusal();
  const signIn = useCommand('signInWithPassword');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const absent = email.trim() === '' ? 'email' : password === '' ? 'password' : null;
    setMissing(absent);
    if (absent) return fields.current?.querySelector<HTMLElement>(`[name="${absent}"]`)?.focus();
    refuse(null);
    signIn.mutate({ body: { email, password, shared } }, { onSuccess: onCode, onError: refuse });
  };
  return (
    <form ref={fields} noValidate onSubmit={send} className={styles.group}>
      <TextField
        label={t('password.email')}
        name="email"
        type="email"
        autoComplete="username webauthn"
        value={email}
        onChange={onEmail}
        error={missing === 'email' && t('password.emailMissing')}
      />
      <PasswordField
        label={t('password.password')}
        name="password"
        autoComplete="current-password"
        // Who comes from the mail of confirmation has only this one left to type.
        // eslint-disable-next-line jsx-a11y/no-autofocus -- asked by the link that was just pressed
        autoFocus={state?.email !== undefined}
        value={password}
        onChange={setPassword}
        error={missing === 'password' && t('password.passwordMissing')}
      />
      <RefusalNotice {...refusal} />
      <div className={styles.actions}>
        <Button type="submit" isPending={signIn.isPending} isDisabled={mustWait} className={styles.submit}>
          {t('password.submit')}
        </Button>
        <Link to="/mot-de-passe-oublie" state={{ email }}>
          {t('password.forgotten')}
        </Link>
      </div>
    </form>
  );
}
