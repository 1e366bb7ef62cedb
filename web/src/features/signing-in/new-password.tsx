import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { passwordAdvice } from '../../lib/index.ts';
import { Button, ErrorNotice, LinkButton, NewPasswordField, Notice } from '../../ui/index.ts';
import { EntranceWords } from './entrance-words.tsx';
import { LinkMissing } from './link-missing.tsx';
import styles from './signing-in.module.css';

/** Behind the link of a forgotten password: a new one, then signing in with it. Every open session ends. */
export function NewPassword({ token }: { token: string | null }) {
  const { t } = useTranslation('signingIn');
  const [password, setPassword] = useState('');
  const [short, setShort] = useState(false);
  const configuration = useRead('readConfiguration');
  const save = useCommand('setForgottenPassword');
  if (token === null)
    return (
      <>
        <EntranceWords title={t('newPassword.title')} />
        <LinkMissing />
        <LinkButton href="/mot-de-passe-oublie">{t('newPassword.again')}</LinkButton>
      </>
    );
  if (save.isSuccess)
    return (
      <>
        <EntranceWords title={t('newPassword.title')} step="done" />
        <Notice tone="success" title={t('newPassword.done')}>
          <p>{t(configuration.data?.textMessages ? 'newPassword.doneWords_sms' : 'newPassword.doneWords_alone')}</p>
        </Notice>
        <LinkButton href="/connexion" variant="primary" className={styles.main}>
          {t('password.submit')}
        </LinkButton>
      </>
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isShort = passwordAdvice(password, []).missing > 0;
    setShort(isShort);
    if (!isShort) save.mutate({ body: { token, password } });
  };
  return (
    <>
      <EntranceWords title={t('newPassword.title')}>{t('newPassword.words')}</EntranceWords>
      <form noValidate onSubmit={send} className={styles.group}>
        <NewPasswordField
          label={t('newPassword.field')}
          value={password}
          onChange={(text) => {
            setPassword(text);
            setShort(false);
          }}
          error={short && t('newPassword.short')}
        />
        {save.error && <ErrorNotice error={save.error} />}
        {save.error?.code === 'link_ended' ? (
          <LinkButton href="/mot-de-passe-oublie">{t('newPassword.again')}</LinkButton>
        ) : (
          <Button type="submit" variant="primary" className={styles.main} isPending={save.isPending}>
            {t('newPassword.submit')}
          </Button>
        )}
      </form>
    </>
  );
}
