import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { passwordAdvice } from '../../lib/index.ts';
import { Button, Dialog, ErrorNotice, NewPasswordField, useToast } from '../../ui/index.ts';
import styles from './account.module.css';

/** « Modifier le mot de passe », or a first one. Source: SC-37. */
export function PasswordDialog({ isFirst, onClose }: { isFirst: boolean; onClose: () => void }) {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const form = useId();
  const profile = useRead('readProfile');
  const [password, setPassword] = useState('');
  const [short, setShort] = useState(false);
  const save = useCommand('setPassword', { refreshes: ['readWaysIn', 'listSessions'] });
  const { givenName = '', familyName = '', email = '' } = profile.data ?? {};
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isShort = passwordAdvice(password, []).missing > 0;
    setShort(isShort);
    if (isShort) return;
    save.mutate(
      { body: { password } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('ways.passwordSaved') });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(isFirst ? 'ways.choose' : 'ways.change')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" isPending={save.isPending}>
            {t('profile.save')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className={styles.stack}>
        <p>{t('ways.passwordWords')}</p>
        {/* A password manager must know whose password it keeps. */}
        <input type="text" hidden readOnly autoComplete="username" value={email} />
        <NewPasswordField
          label={t('ways.passwordField')}
          value={password}
          onChange={(text) => {
            setPassword(text);
            setShort(false);
          }}
          owner={[givenName, familyName, email.split('@')[0] ?? '']}
          error={short && t('ways.passwordShort')}
        />
        {save.error && <ErrorNotice error={save.error} />}
      </form>
    </Dialog>
  );
}
