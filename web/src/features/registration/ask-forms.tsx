import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useCommand } from '../../api/index.ts';
import { Button, ErrorNotice, TextArea, TextField } from '../../ui/index.ts';
import { AskWhom } from './ask-whom.tsx';
import styles from './registration.module.css';

/** « Valider votre compte sans numéro RPPS »: by an administrator, or by a colleague who vouches. Source: SC-24. */
export function AskForm({ kind }: { kind: 'administrator' | 'sponsor' }) {
  const { t } = useTranslation('registration');
  const [message, setMessage] = useState('');
  const [sponsorEmail, setSponsorEmail] = useState('');
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const ask = useCommand('askValidation', { refreshes: ['readOwnValidation'] });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (kind === 'administrator') return ask.mutate({ body: { kind, message, organisationId } });
    const isAddress = z.email().safeParse(sponsorEmail.trim()).success;
    setWrong(!isAddress);
    if (isAddress) ask.mutate({ body: { kind, message, sponsorEmail: sponsorEmail.trim() } });
  };
  return (
    <form noValidate onSubmit={send} className={styles.stack}>
      <p className={styles.soft}>{t(`ask.${kind}_words`)}</p>
      {kind === 'administrator' && <AskWhom value={organisationId} onChange={setOrganisationId} />}
      {kind === 'sponsor' && (
        <TextField
          label={t('ask.sponsorEmail')}
          type="email"
          autoComplete="off"
          isRequired
          value={sponsorEmail}
          onChange={(text) => {
            setSponsorEmail(text);
            setWrong(false);
          }}
          error={wrong && t('fields.email')}
        />
      )}
      <TextArea
        label={t('ask.message')}
        description={t(`ask.${kind}_help`)}
        rows={3}
        maxLength={1000}
        value={message}
        onChange={setMessage}
      />
      {ask.error && <ErrorNotice error={ask.error} />}
      <div>
        <Button type="submit" variant="primary" isPending={ask.isPending}>
          {t(`ask.${kind}_send`)}
        </Button>
      </div>
    </form>
  );
}
