import type { BoardDetail } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/index.ts';
import { Button, ConfirmDialog, Panel, useFormats } from '../../../ui/index.ts';
import { useBoardWords } from '../words/use-board-words.ts';
import styles from './board.module.css';

type Invitation = BoardDetail['invitations'][number];

/** Invitations that wait for an answer; nothing when there is none. */
export function InvitationsPanel({ board: { boardId, invitations } }: { board: BoardDetail }) {
  const { t } = useTranslation('boards');
  const words = useBoardWords();
  const { day } = useFormats();
  const withdraw = useCommand('withdrawInvitation', { refreshes: ['readBoard'] });
  const [leaving, setLeaving] = useState<Invitation | null>(null);
  const close = () => {
    setLeaving(null);
    withdraw.reset();
  };
  if (invitations.length === 0) return null;
  return (
    <Panel title={t('invitations.title')} padding={false}>
      <ul>
        {invitations.map((invitation) => (
          <li key={invitation.invitationId} className={styles.member}>
            <div className={styles.memberWords}>
              <p className={styles.memberName}>{invitation.email}</p>
              <p className={styles.soft}>
                {invitation.meetingId ? t('invitations.meeting') : words.role(invitation.role)}
                {' · '}
                {t('invitations.until', { day: day(invitation.expiresAt) })}
              </p>
            </div>
            <Button
              variant="quiet"
              size="small"
              icon="close"
              aria-label={t('invitations.withdraw', { email: invitation.email })}
              onPress={() => setLeaving(invitation)}
            />
          </li>
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          title={t('invitations.withdrawTitle')}
          confirm={t('invitations.withdrawConfirm')}
          isPending={withdraw.isPending}
          error={withdraw.error}
          onClose={close}
          onConfirm={() =>
            withdraw.mutate({ params: { boardId, invitationId: leaving.invitationId } }, { onSuccess: close })
          }
        >
          <p>{t('invitations.withdrawWords', { email: leaving.email })}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}
