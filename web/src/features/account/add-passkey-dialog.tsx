import { useTranslation } from 'react-i18next';
import { call, makePasskey, refreshFacts, useCeremony } from '../../api/index.ts';
import { useToast } from '../../ui/index.ts';
import { PasskeyNameDialog } from './passkey-name-dialog.tsx';

async function addPasskey(passkeyName: string) {
  const body = await makePasskey(() => call('startPasskey'));
  return call('finishPasskey', { body: { ...body, passkeyName } });
}

/**
 * Names a new passkey, then lets the device create it. `permanent`: come by « Connexion sécurisée ? », one is told what a
 * permanent key is, and confirms. Source: SC-42, SC-54.
 */
export function AddPasskeyDialog({ permanent = false, onClose }: { permanent?: boolean; onClose: () => void }) {
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
      title={t(permanent ? 'passkeys.secureTitle' : 'passkeys.addTitle')}
      words={<p>{t(permanent ? 'passkeys.secureWords' : 'passkeys.addWords')}</p>}
      help={t('passkeys.nameHelp')}
      initialName={permanent ? t('passkeys.thisComputer') : ''}
      action={{ label: t('passkeys.create'), icon: 'key' }}
      isPending={adding.isPending}
      error={adding.error}
      onName={send}
      onClose={onClose}
    />
  );
}
