import type { Passkey } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ConfirmDialog, useToast } from '../../ui/index.ts';

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
    <ConfirmDialog
      title={t('passkeys.removeTitle')}
      confirm={t('passkeys.removeConfirm')}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={send}
      onClose={onClose}
    >
      {t('passkeys.removeWords', { name: passkey.name })}
    </ConfirmDialog>
  );
}
