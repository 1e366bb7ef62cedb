import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, Dialog, ErrorNotice, TextField, useToast } from '../../../ui/index.ts';
import styles from '../planning.module.css';

/** « Inviter un invité »: an e-mail with a link to this meeting alone. Source: OO-24. */
export function InviteDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const { t } = useTranslation('planning');
  const { show } = useToast();
  const form = useId();
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const invite = useCommand('inviteToMeeting');
  const isWrong = !/^\S+@\S+\.\S+$/.test(email.trim()) || invite.error?.code === 'invalid';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (invite.isPending) return;
    if (isWrong) return input.current?.focus();
    invite.mutate(
      { params: { meetingId }, body: { email: email.trim() } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('invite.done', { email: email.trim() }) });
          onClose();
        },
        onError: () => input.current?.focus(),
      },
    );
  }

  return (
    <Dialog
      isOpen
      title={t('invite.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('plan.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} isPending={invite.isPending}>
            {t('invite.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <p>{t('invite.words')}</p>
        <TextField
          ref={input}
          isRequired
          type="email"
          label={t('invite.email')}
          value={email}
          onChange={(text) => {
            setEmail(text);
            invite.reset();
          }}
          error={tried && isWrong ? t('invite.wrong') : null}
          maxLength={254}
          autoComplete="off"
        />
      </form>
      {invite.error && invite.error.code !== 'invalid' && <ErrorNotice error={invite.error} />}
    </Dialog>
  );
}
