import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { DisplayPanel, PasskeysPanel, ProfilePanel, SessionsPanel } from '../features/account/index.ts';
import { LatestTestPanel, PreferencesPanel } from '../features/notifications/index.ts';
import { PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/compte`, `/compte#notifications`, and `/compte?cle=nouvelle` for « Connexion sécurisée ? » (SC-54). */
export function AccountPage() {
  const { t } = useTranslation('account');
  const me = useRead('readMe');
  const adds = useSearchParams()[0].get('cle') === 'nouvelle';
  const { hash, key } = useLocation();
  // Where the last line of every mail leads: which ones to receive.
  useEffect(() => {
    if (hash !== '#notifications') return;
    const panel = document.getElementById('notifications');
    panel?.focus();
    panel?.scrollIntoView();
  }, [hash, key]);
  if (!me.data) return null;
  return (
    <>
      <PageHeader title={t('page.title')} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <PasskeysPanel key={String(adds)} demonstration={me.data.demonstration} adds={adds} />
          <SessionsPanel />
          <PreferencesPanel />
        </div>
        <div className={styles.stack}>
          <ProfilePanel me={me.data} />
          <LatestTestPanel />
          <DisplayPanel />
        </div>
      </div>
    </>
  );
}
