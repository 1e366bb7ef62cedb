import { useTranslation } from 'react-i18next';
import { NotificationsPanel } from '../features/notifications/index.ts';
import { LinkButton, PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/notifications` */
export function NotificationsPage() {
  const { t } = useTranslation('notifications');
  return (
    <div className={styles.readable}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={<LinkButton href="/compte#notifications">{t('choose')}</LinkButton>}
      />
      <NotificationsPanel />
    </div>
  );
}
