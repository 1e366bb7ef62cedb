import type { ConversationLine } from '@concertation/shared/contracts';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, useLanguage } from '../../../ui/index.ts';
import { shortTime } from '../words/short-time.ts';
import styles from './list.module.css';

/** One conversation of the list: with whom, about what, its last words, and how many messages are unread. */
export function ConversationRow({
  line: { conversationId, subject, people, lastMessage, unread },
  meId,
  isOpen,
}: {
  line: ConversationLine;
  meId: string;
  isOpen: boolean;
}) {
  const { t } = useTranslation('messages');
  const { language } = useLanguage();
  const who = people.map(({ name }) => name).join(', ') || t('list.alone');
  return (
    <Link
      href={`/messages/${conversationId}`}
      className={classNames(styles.row, unread > 0 && styles.unread)}
      {...(isOpen ? { 'aria-current': 'page' as const } : {})}
    >
      <span className={styles.rowHead}>
        <span className={styles.who}>{who}</span>{' '}
        <time className={styles.when} dateTime={lastMessage.sentAt}>
          {shortTime(lastMessage.sentAt, language)}
        </time>
      </span>{' '}
      <span className={styles.subject}>{subject}</span>{' '}
      <span className={styles.rowFoot}>
        <span className={classNames(styles.excerpt, lastMessage.text === null && styles.withdrawn)}>
          {lastMessage.authorId === meId && `${t('list.you')} `}
          {lastMessage.text ?? t('list.withdrawn')}
        </span>{' '}
        {unread > 0 && <Badge tone="accent">{t('list.unread', { count: unread })}</Badge>}
      </span>
    </Link>
  );
}
