import type { MeetingGuest } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ConfirmDialog, useToast } from '../../ui/index.ts';

/** Asks before a guest is put out. */
export function WithdrawGuestDialog({
  meetingId,
  guest: { guestId, name },
  onClose,
}: {
  meetingId: string;
  guest: MeetingGuest;
  onClose: () => void;
}) {
  const { t } = useTranslation('guests');
  const { show } = useToast();
  const withdraw = useCommand('withdrawGuest', { refreshes: ['listGuests', 'listExpectedConnections'] });
  const confirm = () =>
    withdraw.mutate(
      { params: { meetingId, guestId } },
      {
        onSuccess: () => {
          show({ message: t('guests.withdrawn', { name }) });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      title={t('guests.withdrawTitle', { name })}
      confirm={t('guests.withdrawConfirm')}
      cancel={t('guests.keep')}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t('guests.withdrawWords')}
    </ConfirmDialog>
  );
}
