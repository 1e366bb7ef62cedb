import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, useCommand } from '../../../api/index.ts';
import { Button, Dialog, ErrorNotice, Notice, TextField, useToast } from '../../../ui/index.ts';
import styles from './personal-data.module.css';

/** What has to be handed over first, in words that say how. */
function Refusal({ error }: { error: ApiError }) {
  const { t } = useTranslation('account');
  const { cases } = error.details;
  if (error.code === 'wrong_state' && typeof cases === 'number')
    return <Notice tone="danger">{t('personalData.handOver', { count: cases })}</Notice>;
  if (error.code === 'last_administrator') return <Notice tone="danger">{t('personalData.lead')}</Notice>;
  return <ErrorNotice error={error} />;
}

/** Asks that the account be erased, once its e-mail is typed. Source: SC-44, GDPR art. 17. */
export function AskErasureDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const form = useId();
  const [typed, setTyped] = useState('');
  const [different, setDifferent] = useState(false);
  const ask = useCommand('askErasure', { refreshes: ['readErasure'] });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isSame = typed.trim().toLowerCase() === email.toLowerCase();
    setDifferent(!isSame);
    if (!isSame) return;
    ask.mutate(
      { body: { email: typed } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('personalData.asked') });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('personalData.askTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="danger" isPending={ask.isPending}>
            {t('personalData.askSend')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className={styles.kept}>
        <p>{t('personalData.askWords')}</p>
        <TextField
          label={t('personalData.askField')}
          description={t('personalData.askHint', { email })}
          type="email"
          autoComplete="off"
          isRequired
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setDifferent(false);
          }}
          error={different && t('personalData.askDifferent', { email })}
        />
        {ask.error && <Refusal error={ask.error} />}
      </form>
    </Dialog>
  );
}
