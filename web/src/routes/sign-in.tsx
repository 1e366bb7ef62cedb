import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'react-router';
import { forgetReads, useRead } from '../api/index.ts';
import { DemonstrationAccounts, PasskeySignIn } from '../features/account/index.ts';
import { safePath } from '../lib/index.ts';
import { ErrorNotice, Notice, useDocumentTitle } from '../ui/index.ts';
import { EntranceFoot } from './entrance-foot.tsx';
import { Entrance } from './entrance.tsx';
import styles from './entrance.module.css';

function Arrival() {
  const { t } = useTranslation('account');
  const { state } = useLocation() as { state: { ended?: true; left?: true } | null };
  const [search] = useSearchParams();
  if (state?.ended)
    return (
      <Notice tone="warning" title={t('signIn.ended')}>
        <p>{t('signIn.endedWords')}</p>
      </Notice>
    );
  if (state?.left) return <Notice tone="success" title={t('signIn.left')} />;
  if (safePath(search.get('vers')) !== '/') return <Notice title={t('signIn.wanted')} />;
  return null;
}

/** `/connexion` */
export function SignInPage() {
  const { t } = useTranslation('account');
  const configuration = useRead('readConfiguration');
  const { search } = useLocation();
  useDocumentTitle(t('signIn.title'));
  // Whoever comes here is nobody yet: nothing that somebody else read stays in memory.
  useEffect(forgetReads, []);
  return (
    <Entrance>
      <Arrival />
      <h1>{t('signIn.title')}</h1>
      <PasskeySignIn />
      <p className={styles.other}>
        {t('signIn.newHere')} <Link to={`/inscription${search}`}>{t('signIn.create')}</Link>
      </p>
      <p className={styles.other}>
        <Link to="/portails">{t('signIn.portals')}</Link>
      </p>
      {configuration.error && <ErrorNotice error={configuration.error} onRetry={() => void configuration.refetch()} />}
      {configuration.data?.demonstration && (
        <section className={styles.section} aria-labelledby="demonstration">
          <div>
            <h2 id="demonstration">{t('demonstration.title')}</h2>
            <p className={styles.lead}>{t('demonstration.words')}</p>
          </div>
          <DemonstrationAccounts accounts={configuration.data.demonstrationAccounts} />
        </section>
      )}
      {configuration.data?.demonstrationCertificate && (
        <Notice>
          <p>{t('demonstration.certificate')}</p>
        </Notice>
      )}
      <EntranceFoot />
    </Entrance>
  );
}
