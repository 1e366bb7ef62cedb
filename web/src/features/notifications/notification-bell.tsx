import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button, ErrorNotice, FloatingPanel, Spinner } from '../../ui/index.ts';
import { NotificationRow } from './notification-row.tsx';
import styles from './notifications.module.css';
import { useMarkRead, useNotifications } from './use-notifications.ts';

const shown = 6;

/** The bell of every page: how many are unread, in words, and the latest ones. Source: SC-78. */
export function NotificationBell() {
  const { t } = useTranslation('notifications');
  const notifications = useNotifications();
  const mark = useMarkRead();
  const { unread = 0, lines = [] } = notifications.data ?? {};
  return (
    <FloatingPanel
      label={t('title')}
      trigger={
        <Button variant="quiet" icon="bell" aria-label={t('bell', { count: unread })} className={styles.bell}>
          {unread > 0 && (
            <span className={styles.count} aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </Button>
      }
    >
      {(close) => (
        <>
          <div className={styles.head}>
            <h2 className={styles.title}>{t('title')}</h2>
            {unread > 0 && (
              <Button size="small" variant="quiet" icon="check" isPending={mark.isPending} onPress={mark.readAll}>
                {t('readAll')}
              </Button>
            )}
          </div>
          {notifications.isPending && <Spinner size="block" />}
          {notifications.error && (
            <div className={styles.inset}>
              <ErrorNotice error={notifications.error} onRetry={() => void notifications.refetch()} />
            </div>
          )}
          {notifications.data && lines.length === 0 && <p className={styles.inset}>{t('none')}</p>}
          <ul className={styles.list}>
            {lines.slice(0, shown).map((line) => (
              <li key={line.notificationId}>
                <NotificationRow
                  line={line}
                  onOpen={() => {
                    if (line.readAt === null) mark.read([line.notificationId]);
                    close();
                  }}
                />
              </li>
            ))}
          </ul>
          <div className={styles.foot}>
            <Link href="/notifications" onPress={close}>
              {t('all')}
            </Link>
          </div>
        </>
      )}
    </FloatingPanel>
  );
}
