import { useTranslation } from 'react-i18next';
import { useRead } from '../api/index.ts';
import { DisplayPanel, PasskeysPanel, ProfilePanel, SessionsPanel } from '../features/account/index.ts';
import { PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/compte` */
export function AccountPage() {
  const { t } = useTranslation('account');
  const me = useRead('readMe');
  if (!me.data) return null;
  return (
    <>
      <PageHeader title={t('page.title')} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <PasskeysPanel demonstration={me.data.demonstration} />
          <SessionsPanel />
        </div>
        <div className={styles.stack}>
          <ProfilePanel me={me.data} />
          <DisplayPanel />
        </div>
      </div>
    </>
  );
}
