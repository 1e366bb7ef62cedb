import { useTranslation } from 'react-i18next';
import { Button, EmptyState, ErrorNotice, LinkButton, Panel, Spinner } from '../../ui/index.ts';
import { NotificationRow } from './notification-row.tsx';
import styles from './notifications.module.css';
import { useNotificationWords } from './use-notification-words.ts';
import { useMarkRead, useNotifications } from './use-notifications.ts';

/** The latest fifty notifications, newest first. */
export function NotificationsPanel() {
  const { t } = useTranslation('notifications');
  const notifications = useNotifications();
  const mark = useMarkRead();
  const words = useNotificationWords();
  const { unread = 0, lines = [] } = notifications.data ?? {};
  return (
    <Panel
      title={t('latest')}
      padding={false}
      actions={
        <>
          <output className={styles.unreadWords}>{notifications.data && t('unread', { count: unread })}</output>
          {unread > 0 && (
            <Button size="small" icon="check" isPending={mark.isPending} onPress={mark.readAll}>
              {t('readAll')}
            </Button>
          )}
        </>
      }
    >
      {notifications.isPending && <Spinner size="block" />}
      {(notifications.error ?? mark.error) && (
        <div className={styles.inset}>
          <ErrorNotice
            error={notifications.error ?? mark.error}
            onRetry={notifications.error ? () => void notifications.refetch() : undefined}
          />
        </div>
      )}
      {notifications.data && lines.length === 0 && (
        <EmptyState title={t('none')} action={<LinkButton href="/compte#notifications">{t('choose')}</LinkButton>}>
          {t('noneWords')}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line.notificationId} className={styles.line}>
            <NotificationRow line={line} onOpen={() => line.readAt === null && mark.read([line.notificationId])} />
            {line.readAt === null && (
              <Button
                size="small"
                variant="quiet"
                icon="check"
                aria-label={t('readOne', { says: words(line).says })}
                onPress={() => mark.read([line.notificationId])}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
