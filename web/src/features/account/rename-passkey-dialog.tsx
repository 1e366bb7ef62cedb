import type { Passkey } from '@concertation/shared/contracts';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, TextField, useToast } from '../../ui/index.ts';
import styles from './account.module.css';

/** Gives a passkey another name. */
export function RenamePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation('account');
  const form = useId();
  const toast = useToast();
  const [name, setName] = useState(passkey.name);
  const [refused, setRefused] = useState(false);
  const rename = useCommand('renamePasskey', { refreshes: ['listPasskeys'] });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return setRefused(true);
    rename.mutate(
      { params: { passkeyId: passkey.id }, body: { name: wanted } },
      {
        onSuccess: () => {
          toast.show({ tone: 'success', message: t('passkeys.renamed', { name: wanted }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('passkeys.renameOf', { name: passkey.name })}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={rename.isPending}>
            {t('passkeys.save')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className={styles.stack}>
        <TextField
          isRequired
          maxLength={60}
          label={t('passkeys.name')}
          value={name}
          onChange={(text) => {
            setName(text);
            setRefused(false);
          }}
          error={refused && t('fields.passkeyName')}
          autoComplete="off"
        />
        {rename.error && <ErrorNotice error={rename.error} />}
      </form>
    </Dialog>
  );
}
