import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button, TextField } from '../../ui/index.ts';
import styles from './signing-in.module.css';
import { RefusalNotice } from './wait-notice.tsx';

/** One address and one button: what is answered never says whether it has an account. */
export function EmailForm({
  initial = '',
  action,
  isPending,
  refusal,
  onSend,
  children,
}: {
  initial?: string;
  action: string;
  isPending: boolean;
  refusal: { error: Error | null; until: number | null };
  onSend: (email: string) => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation('signingIn');
  const [email, setEmail] = useState(initial);
  const [wrong, setWrong] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isAddress = z.email().safeParse(email.trim()).success;
    setWrong(!isAddress);
    if (isAddress) onSend(email.trim());
  };
  return (
    <form noValidate onSubmit={send} className={styles.group}>
      <TextField
        label={t('password.email')}
        type="email"
        autoComplete="username"
        isRequired
        value={email}
        onChange={(text) => {
          setEmail(text);
          setWrong(false);
        }}
        error={wrong && t('email.wrong')}
      />
      {children}
      <RefusalNotice {...refusal} />
      <Button type="submit" variant="primary" className={styles.main} isPending={isPending}>
        {action}
      </Button>
    </form>
  );
}
