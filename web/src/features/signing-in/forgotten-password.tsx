import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useCommand } from '../../api/index.ts';
import { Notice } from '../../ui/index.ts';
import { EmailForm } from './email-form.tsx';
import { EntranceWords } from './entrance-words.tsx';
import styles from './signing-in.module.css';
import { useRefusal } from './use-refusal.ts';

/** « Mot de passe oublié ? »: a link by mail, said in the same words whether the address has an account or not. Source: PA-21. */
export function ForgottenPassword() {
  const { t } = useTranslation('signingIn');
  const { state } = useLocation() as { state: { email?: string } | null };
  const ask = useCommand('askNewPassword');
  const { refusal, refuse } = useRefusal();
  if (ask.isSuccess)
    return (
      <>
        <EntranceWords title={t('forgotten.title')} step="sent" />
        <Notice tone="success" title={t('forgotten.sent')}>
          <p>{t('forgotten.sentWords')}</p>
        </Notice>
      </>
    );
  return (
    <>
      <EntranceWords title={t('forgotten.title')}>{t('forgotten.words')}</EntranceWords>
      <EmailForm
        initial={state?.email ?? ''}
        action={t('forgotten.submit')}
        isPending={ask.isPending}
        refusal={refusal}
        onSend={(email) => ask.mutate({ body: { email } }, { onError: refuse })}
      />
      <p className={styles.other}>
        {t('forgotten.all')} <Link to="/recuperation">{t('code.recover')}</Link>
      </p>
    </>
  );
}
