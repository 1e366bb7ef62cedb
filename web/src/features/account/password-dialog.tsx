import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { passwordAdvice } from '../../lib/index.ts';
import { Button, Dialog, ErrorNotice, NewPasswordField, PasswordField, useToast } from '../../ui/index.ts';
import styles from './account.module.css';

/** « Modifier le mot de passe », the one before being asked, or a first one. A refusal keeps what was typed. Source: SC-37. */
export function PasswordDialog({ isFirst, onClose }: { isFirst: boolean; onClose: () => void }) {
  const { t } = useTranslation('account');
  const { show } = useToast();
  const form = useId();
  const profile = useRead('readProfile');
  const [password, setPassword] = useState('');
  const [short, setShort] = useState(false);
  const [current, setCurrent] = useState('');
  const [missing, setMissing] = useState(false);
  const currentField = useRef<HTMLInputElement>(null);
  const save = useCommand('setPassword', { refreshes: ['readWaysIn', 'listSessions'] });
  const isWrong = save.error?.code === 'credentials_refused';
  const { givenName = '', familyName = '', email = '' } = profile.data ?? {};
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isShort = passwordAdvice(password, []).missing > 0;
    const isMissing = !isFirst && current === '';
    setShort(isShort);
    setMissing(isMissing);
    if (isMissing) return currentField.current?.focus();
    if (isShort) return;
    save.mutate(
      { body: { password, ...(isFirst ? {} : { current }) } },
      {
        onError: ({ code }) => code === 'credentials_refused' && currentField.current?.focus(),
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
        {!isFirst && (
          <PasswordField
            ref={currentField}
            label={t('ways.currentField')}
            isRequired
            description={t('ways.currentLost')}
            autoComplete="current-password"
            value={current}
            onChange={(text) => {
              setCurrent(text);
              setMissing(false);
              if (isWrong) save.reset();
            }}
            error={(missing && t('ways.currentMissing')) || (isWrong && t('ways.currentWrong'))}
          />
        )}
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
        {save.error && !isWrong && <ErrorNotice error={save.error} />}
      </form>
    </Dialog>
  );
}
