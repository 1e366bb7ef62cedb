import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useCommand, useRead } from '../../api/index.ts';
import { Notice } from '../../ui/index.ts';
import { EmailForm } from './email-form.tsx';
import { EntranceWords } from './entrance-words.tsx';
import styles from './signing-in.module.css';
import { useRefusal } from './use-refusal.ts';

/**
 * « Mot de passe oublié ? »: a link by mail, said in the same words whether the address has an account or not. What it
 * will take to sign in afterwards is said first. Source: PA-21; rule AUT-36.
 */
export function ForgottenPassword() {
  const { t } = useTranslation('signingIn');
  const { state } = useLocation() as { state: { email?: string } | null };
  const configuration = useRead('readConfiguration');
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
      {!configuration.isPending && (
        <Notice title={t('forgotten.before')}>
          <p>{t(configuration.data?.textMessages ? 'forgotten.before_sms' : 'forgotten.before_alone')}</p>
        </Notice>
      )}
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
