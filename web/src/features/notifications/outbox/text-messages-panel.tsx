import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { EmptyState, ErrorNotice, Panel, Spinner, useFormats } from '../../../ui/index.ts';
import styles from './outbox.module.css';

const everyMs = 5_000;

/** The text messages that telephones would have received, in a demonstration. Source: SC-19. */
export function TextMessagesPanel() {
  const { t } = useTranslation('notifications');
  const { moment } = useFormats();
  const messages = useRead('listTextMessages', undefined, { refreshEvery: everyMs });
  return (
    <Panel title={t('outbox.messages')} padding={false}>
      {messages.isPending && <Spinner size="block" />}
      {messages.error && (
        <div className={styles.tools}>
          <ErrorNotice error={messages.error} onRetry={() => void messages.refetch()} />
        </div>
      )}
      {messages.data?.length === 0 && (
        <EmptyState title={t('outbox.noMessages')}>{t('outbox.noMessagesWords')}</EmptyState>
      )}
      <ul>
        {messages.data?.map(({ messageId, recipient, text, createdAt }) => (
          <li key={messageId} className={styles.mail}>
            <div className={styles.summary}>
              <span className={styles.subject}>{text}</span>
              <time className={styles.soft} dateTime={createdAt}>
                {moment(createdAt)}
              </time>
              <span className={styles.recipient}>{t('outbox.to', { recipient })}</span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
