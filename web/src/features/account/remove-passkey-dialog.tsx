import type { Passkey } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, ErrorNotice, useToast } from '../../ui/index.ts';

/** Asks before a passkey is removed: the sessions it opened end with it. */
export function RemovePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation('account');
  const toast = useToast();
  const remove = useCommand('removePasskey', { refreshes: ['listPasskeys', 'listSessions'] });
  const send = () =>
    remove.mutate(
      { params: { passkeyId: passkey.id } },
      {
        onSuccess: () => {
          toast.show({ tone: 'success', message: t('passkeys.removed', { name: passkey.name }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onClose={onClose}
      title={t('passkeys.removeTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="danger" isPending={remove.isPending} onPress={send}>
            {t('passkeys.removeConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('passkeys.removeWords', { name: passkey.name })}</p>
      {remove.error && <ErrorNotice error={remove.error} />}
    </Dialog>
  );
}
