import type { OpenSession } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { Badge, Button, ErrorNotice, Panel, Spinner, useFormats, useToast } from '../../ui/index.ts';
import styles from './account.module.css';

function SessionRow({ session }: { session: OpenSession }) {
  const { t } = useTranslation('account');
  const { moment } = useFormats();
  const toast = useToast();
  const end = useCommand('endSession', { refreshes: ['listSessions'] });
  const device = session.device || t('sessions.unknownDevice');
  const send = () =>
    end.mutate(
      { params: { sessionId: session.id } },
      {
        onSuccess: () => toast.show({ tone: 'success', message: t('sessions.endedToast', { device }) }),
        onError: ({ message }) => toast.show({ tone: 'danger', message }),
      },
    );
  return (
    <li className={styles.row}>
      <div className={styles.rowWords}>
        <span className={styles.name}>{device}</span>{' '}
        {session.current && <Badge tone="accent">{t('sessions.current')}</Badge>}
        <p className={styles.help}>
          {t('sessions.opened', { moment: moment(session.createdAt) })} {t(`sessions.means_${session.means}`)},{' '}
          {t('sessions.seen', { moment: moment(session.lastSeenAt) })}
        </p>
      </div>
      <div className={styles.rowActions}>
        <Button
          size="small"
          icon="signOut"
          isPending={end.isPending}
          aria-label={t('sessions.endOf', { device })}
          onPress={send}
        >
          {t('sessions.end')}
        </Button>
      </div>
    </li>
  );
}

/** Where the account is open, and « Déconnecter » for each. */
export function SessionsPanel() {
  const { t } = useTranslation('account');
  const sessions = useRead('listSessions');
  return (
    <Panel id="connexions" title={t('sessions.title')} padding={false}>
      <p className={styles.inset}>{t('sessions.words')}</p>
      {sessions.isPending && <Spinner size="block" />}
      {sessions.error && (
        <div className={styles.inset}>
          <ErrorNotice error={sessions.error} onRetry={() => void sessions.refetch()} />
        </div>
      )}
      <ul>
        {sessions.data?.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Panel>
  );
}
