import { type NotificationLine, notificationPath } from '@concertation/shared/contracts';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classNames, useFormats, VisuallyHidden } from '../../ui/index.ts';
import styles from './notifications.module.css';
import { useNotificationWords } from './use-notification-words.ts';

/** One notification: a link to what it is about, where there is something to open. Opening it reads it. */
export function NotificationRow({ line, onOpen }: { line: NotificationLine; onOpen: () => void }) {
  const { t } = useTranslation('notifications');
  const { moment } = useFormats();
  const { says, where } = useNotificationWords()(line);
  const path = notificationPath(line.kind, line.about);
  const words = (
    <>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.says}>
          {line.readAt === null && <VisuallyHidden>{t('unreadOne')} </VisuallyHidden>}
          {says}
        </span>{' '}
        {where && <span className={styles.where}>{where}</span>}{' '}
        <time dateTime={line.createdAt} className={styles.when}>
          {moment(line.createdAt)}
        </time>
      </span>
    </>
  );
  const look = classNames(styles.row, line.readAt === null && styles.unread);
  return path === null ? (
    <div className={look}>{words}</div>
  ) : (
    <Link href={path} className={classNames(look, styles.link)} onPress={onOpen}>
      {words}
    </Link>
  );
}
