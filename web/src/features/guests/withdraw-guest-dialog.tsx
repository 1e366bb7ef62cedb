import type { MeetingGuest } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, useToast } from '../../ui/index.ts';

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
    <Dialog
      role="alertdialog"
      isOpen
      title={t('guests.withdrawTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('guests.keep')}</Button>
          <Button variant="danger" isPending={withdraw.isPending} onPress={confirm}>
            {t('guests.withdrawConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('guests.withdrawWords')}</p>
      {withdraw.error && <ErrorNotice error={withdraw.error} />}
    </Dialog>
  );
}
