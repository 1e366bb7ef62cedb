import { useTranslation } from 'react-i18next';
import { ConnectionTestPanel, GoodPracticePanel, HelpPanel, LatestTestPanel } from '../features/notifications/index.ts';
import { PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/test-de-connexion` */
export function ConnectionTestPage() {
  const { t } = useTranslation('notifications');
  return (
    <>
      <PageHeader title={t('connection.title')} subtitle={t('connection.subtitle')} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <ConnectionTestPanel />
          <GoodPracticePanel />
        </div>
        <div className={styles.stack}>
          <LatestTestPanel />
          <HelpPanel />
        </div>
      </div>
    </>
  );
}
