import type { Passkey } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { useToast } from '../../ui/index.ts';
import { PasskeyNameDialog } from './passkey-name-dialog.tsx';

/** Gives a passkey another name. */
export function RenamePasskeyDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation('account');
  const toast = useToast();
  const rename = useCommand('renamePasskey', { refreshes: ['listPasskeys'] });
  const send = (name: string) =>
    rename.mutate(
      { params: { passkeyId: passkey.id }, body: { name } },
      {
        onSuccess: () => {
          toast.show({ tone: 'success', message: t('passkeys.renamed', { name }) });
          onClose();
        },
      },
    );
  return (
    <PasskeyNameDialog
      title={t('passkeys.renameOf', { name: passkey.name })}
      initialName={passkey.name}
      action={{ label: t('passkeys.save') }}
      isPending={rename.isPending}
      error={rename.error}
      onName={send}
      onClose={onClose}
    />
  );
}
