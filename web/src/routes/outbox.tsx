import { useTranslation } from 'react-i18next';
import { OutboxPanel } from '../features/notifications/index.ts';
import { PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/courriels`: the demonstration’s mails. */
export function OutboxPage() {
  const { t } = useTranslation('notifications');
  return (
    <div className={styles.readable}>
      <PageHeader title={t('outbox.title')} subtitle={t('outbox.subtitle')} />
      <OutboxPanel />
    </div>
  );
}
