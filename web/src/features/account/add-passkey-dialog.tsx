import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshFacts } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, TextField, useToast } from '../../ui/index.ts';
import styles from './account.module.css';
import { addPasskey } from './ceremonies.ts';
import { useCeremony } from './use-ceremony.ts';

/** Names a new passkey, then lets the device create it. */
export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const form = useId();
  const toast = useToast();
  const [name, setName] = useState('');
  const [refused, setRefused] = useState(false);
  const adding = useCeremony(addPasskey);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return setRefused(true);
    adding.mutate(wanted, {
      onSuccess: async (passkey) => {
        await refreshFacts('listPasskeys');
        toast.show({ tone: 'success', message: t('passkeys.added', { name: passkey.name }) });
        onClose();
      },
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('passkeys.addTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" icon="key" isPending={adding.isPending}>
            {t('passkeys.create')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className={styles.stack}>
        <p>{t('passkeys.addWords')}</p>
        <TextField
          isRequired
          maxLength={60}
          label={t('passkeys.name')}
          description={t('signUp.keyNameHelp')}
          value={name}
          onChange={(text) => {
            setName(text);
            setRefused(false);
          }}
          error={refused && t('fields.passkeyName')}
          autoComplete="off"
        />
        {adding.error && <ErrorNotice error={adding.error} />}
      </form>
    </Dialog>
  );
}
