import type { MeetingDetail, MeetingGuest } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { Button, ErrorNotice, Panel, Spinner, useToast } from '../../ui/index.ts';
import { GuestRow } from './guest-row.tsx';
import styles from './guests.module.css';
import { InviteGuestDialog } from './invite-guest-dialog.tsx';
import { WithdrawGuestDialog } from './withdraw-guest-dialog.tsx';

function Guests({ meetingId, guests, isOver }: { meetingId: string; guests: MeetingGuest[]; isOver: boolean }) {
  const { t } = useTranslation('guests');
  const { show } = useToast();
  const [leaving, setLeaving] = useState<MeetingGuest | null>(null);
  const renew = useCommand('renewGuest', { refreshes: ['listGuests'] });
  const send = ({ guestId, name }: MeetingGuest) =>
    renew.mutate(
      { params: { meetingId, guestId } },
      { onSuccess: () => show({ tone: 'success', message: t('guests.renewed', { name }) }) },
    );
  if (guests.length === 0) return <p className={styles.inset}>{t('guests.none')}</p>;
  return (
    <>
      <ul className={styles.rows}>
        {guests.map((guest) => (
          <GuestRow
            key={guest.guestId}
            guest={guest}
            onRenew={isOver ? null : () => send(guest)}
            onWithdraw={isOver ? null : () => setLeaving(guest)}
          />
        ))}
      </ul>
      {renew.error && <ErrorNotice error={renew.error} />}
      {leaving && <WithdrawGuestDialog meetingId={meetingId} guest={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

/** The guests of a meeting with a personal link, for who runs it; where the board admits none, nothing. Source: CM-08. */
export function GuestsPanel({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('guests');
  const { meetingId, state } = meeting;
  const isOver = state === 'closed' || state === 'cancelled';
  const [isInviting, setInviting] = useState(false);
  const board = useRead('readBoard', { params: { boardId: meeting.board.boardId } });
  const guests = useRead('listGuests', { params: { meetingId } }, { refreshEvery: 30_000 });
  const admits = !isOver && board.data?.settings.admitsGuests === true;
  const hasGuests = (guests.data?.length ?? 0) > 0;
  if (!admits && !hasGuests) return null;
  return (
    <Panel
      title={t('guests.title')}
      level={3}
      padding={false}
      actions={
        admits && (
          <Button size="small" icon="add" onPress={() => setInviting(true)}>
            {t('invite.open')}
          </Button>
        )
      }
    >
      {guests.isPending && <Spinner size="block" label={t('guests.loading')} />}
      {guests.error && !guests.data && <ErrorNotice error={guests.error} onRetry={() => void guests.refetch()} />}
      {guests.data && <Guests meetingId={meetingId} guests={guests.data} isOver={isOver} />}
      {isInviting && <InviteGuestDialog meetingId={meetingId} onClose={() => setInviting(false)} />}
    </Panel>
  );
}
