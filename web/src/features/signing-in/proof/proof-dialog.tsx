import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askPasskey, call, useCeremony, useCommand } from '../../../api/index.ts';
import { Button, CodeField, Dialog, ErrorNotice, PasswordField } from '../../../ui/index.ts';
import styles from '../signing-in.module.css';
import { useRefusal } from '../use-refusal.ts';
import { RefusalNotice } from '../wait-notice.tsx';

/** The password, and the code of the application for who has one. */
function WithPassword({ form, onProved }: { form: string; onProved: () => void }) {
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
      <CodeField label={t('proof.code')} length={6} value={code} onChange={setCode} />
      <RefusalNotice {...refusal} />
    </form>
  );
}

/** « Confirmez que c’est bien vous »: with a passkey, or the password. What was asked for goes on by itself afterwards. */
export function ProofDialog({ onEnd }: { onEnd: (proved: boolean) => void }) {
  const { t } = useTranslation('signingIn');
  const form = useId();
  const [withPassword, setWithPassword] = useState(false);
  const prove = useCeremony(async () => {
    const body = await askPasskey(() => call('startProof'));
    await call('finishProof', { body });
  });
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title={t('proof.title')}
      onClose={() => onEnd(false)}
      actions={
        <>
          <Button onPress={() => onEnd(false)}>{t('proof.cancel')}</Button>
          {withPassword && (
            <Button type="submit" form={form} variant="primary">
              {t('proof.confirm')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('proof.words')}</p>
      <Button
        variant={withPassword ? 'secondary' : 'primary'}
        icon="key"
        className={styles.main}
        isPending={prove.isPending}
        onPress={() => prove.mutate(undefined, { onSuccess: () => onEnd(true) })}
      >
        {t('proof.passkey')}
      </Button>
      {prove.error && <ErrorNotice error={prove.error} />}
      {withPassword ? (
        <WithPassword form={form} onProved={() => onEnd(true)} />
      ) : (
        <div>
          <Button variant="quiet" onPress={() => setWithPassword(true)}>
            {t('proof.password')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
