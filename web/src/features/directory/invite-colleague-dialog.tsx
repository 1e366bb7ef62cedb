import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, TextField, useToast } from '../../ui/index.ts';
import styles from './colleagues.module.css';

/** « Inviter un confrère »: an address, to which a link to register is sent. Source: SC-25, SC-32. */
export function InviteColleagueDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('directory');
  const form = useId();
  const toast = useToast();
  const [email, setEmail] = useState('');
  const [refused, setRefused] = useState(false);
  const invite = useCommand('inviteColleague');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const address = email.trim();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return setRefused(true);
    invite.mutate(
      { body: { email: address } },
      {
        onSuccess: () => {
          toast.show({ tone: 'success', message: t('invite.sent', { email: address }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      title={t('invite.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('invite.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" icon="mail" isPending={invite.isPending}>
            {t('invite.send')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className={styles.form}>
        <p>{t('invite.words')}</p>
        <TextField
          label={t('invite.email')}
          type="email"
          autoComplete="off"
          maxLength={254}
          isRequired
          value={email}
          onChange={(text) => {
            setEmail(text);
            setRefused(false);
          }}
          error={(refused || invite.error?.code === 'invalid') && t('invite.wrong')}
        />
        {invite.error && invite.error.code !== 'invalid' && <ErrorNotice error={invite.error} />}
      </form>
    </Dialog>
  );
}
