import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { Button, EmptyState, ErrorNotice, LinkButton, Spinner } from '../../../ui/index.ts';
import { ConversationRow } from './conversation-row.tsx';
import styles from './list.module.css';
import { useConversations } from './use-conversations.ts';

/** Every conversation that I take part in, latest first. */
export function ConversationList({ openId }: { openId: string | null }) {
  const { t } = useTranslation('messages');
  const { data: me } = useRead('readMe');
  const { latest, lines, hasOlder, older, readOlder } = useConversations();
  return (
    <nav aria-label={t('list.title')} className={styles.list}>
      {latest.isPending && <Spinner size="block" />}
      {latest.error && !latest.data && (
        <div className={styles.inset}>
          <ErrorNotice title={t('list.failed')} error={latest.error} onRetry={() => void latest.refetch()} />
        </div>
      )}
      {latest.data && lines.length === 0 && (
        <EmptyState
          title={t('list.empty')}
          action={
            <LinkButton href="/messages/nouveau" icon="edit">
              {t('new.title')}
            </LinkButton>
          }
        >
          {t('list.emptyWords')}
        </EmptyState>
      )}
      {lines.length > 0 && (
        <ul className={styles.rows}>
          {lines.map((line) => (
            <li key={line.conversationId}>
              <ConversationRow line={line} meId={me?.accountId ?? ''} isOpen={line.conversationId === openId} />
            </li>
          ))}
        </ul>
      )}
      {(hasOlder || older.error) && (
        <div className={styles.inset}>
          {older.error && <ErrorNotice error={older.error} />}
          <Button size="small" isPending={older.isPending} onPress={readOlder}>
            {t('list.older')}
          </Button>
        </div>
      )}
    </nav>
  );
}
