import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, TextField, useToast } from '../../ui/index.ts';
import styles from './account.module.css';

/** Another e-mail address: nothing changes before the link sent to it is opened. */
export function NewAddressDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const form = useId();
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState(false);
  const ask = useCommand('askNewAddress');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isAddress = z.email().safeParse(email.trim()).success;
    setWrong(!isAddress);
    if (!isAddress) return;
    ask.mutate(
      { body: { email: email.trim() } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('address.sent', { email: email.trim() }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('address.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={ask.isPending}>
            {t('address.send')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className={styles.stack}>
        <p>{t('address.words')}</p>
        <TextField
          label={t('address.field')}
          type="email"
          autoComplete="off"
          isRequired
          value={email}
          onChange={(text) => {
            setEmail(text);
            setWrong(false);
          }}
          error={wrong && t('address.wrong')}
        />
        {ask.error && <ErrorNotice error={ask.error} />}
      </form>
    </Dialog>
  );
}
