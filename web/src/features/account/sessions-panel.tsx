import type { OpenSession } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { Badge, Button, ConfirmDialog, ErrorNotice, Panel, Spinner, useFormats, useToast } from '../../ui/index.ts';
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

/** Asks before all the others end: the devices may be in somebody’s hands. */
function EndOthersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const toast = useToast();
  const end = useCommand('endOtherSessions', { refreshes: ['listSessions'] });
  const send = () =>
    end.mutate(
      {},
      {
        onSuccess: () => {
          toast.show({ tone: 'success', message: t('sessions.othersEnded') });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      title={t('sessions.endOthersTitle')}
      confirm={t('sessions.endOthers')}
      isPending={end.isPending}
      error={end.error}
      onConfirm={send}
      onClose={onClose}
    >
      {t('sessions.endOthersWords')}
    </ConfirmDialog>
  );
}

/** Where the account is open, « Déconnecter » for each, and « Fermer toutes les autres sessions ». */
export function SessionsPanel() {
  const { t } = useTranslation('account');
  const sessions = useRead('listSessions');
  const [asks, setAsks] = useState(false);
  const hasOthers = sessions.data?.some(({ current }) => !current) ?? false;
  return (
    <Panel
      id="connexions"
      title={t('sessions.title')}
      padding={false}
      actions={
        hasOthers && (
          <Button size="small" onPress={() => setAsks(true)}>
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
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
      {asks && <EndOthersDialog onClose={() => setAsks(false)} />}
    </Panel>
  );
}
