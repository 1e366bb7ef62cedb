import { useTranslation } from 'react-i18next';
import { refreshFacts } from '../../api/index.ts';
import { useToast } from '../../ui/index.ts';
import { addPasskey } from './ceremonies.ts';
import { PasskeyNameDialog } from './passkey-name-dialog.tsx';
import { useCeremony } from './use-ceremony.ts';

/** Names a new passkey, then lets the device create it. */
export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const toast = useToast();
  const adding = useCeremony(addPasskey);
  const send = (name: string) =>
    adding.mutate(name, {
      onSuccess: async (passkey) => {
        await refreshFacts('listPasskeys');
        toast.show({ tone: 'success', message: t('passkeys.added', { name: passkey.name }) });
        onClose();
      },
    });
  return (
    <PasskeyNameDialog
      title={t('passkeys.addTitle')}
      words={<p>{t('passkeys.addWords')}</p>}
      help={t('signUp.keyNameHelp')}
      action={{ label: t('passkeys.create'), icon: 'key' }}
      isPending={adding.isPending}
      error={adding.error}
      onName={send}
      onClose={onClose}
    />
  );
}
