import type { Me } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { queryClient, readKey, useCommand } from '../api/index.ts';
import { useToast } from '../ui/index.ts';

/** Notes that the screen is locked, or open again, for whoever shows it. */
export function noteLocked(locked: boolean): void {
  queryClient.setQueryData<Me>(readKey('readMe'), (me) => me && { ...me, locked });
}

/** « Verrouiller l’écran »: who chose nothing to unlock it with is told where to. Source: PA-24. */
export function useLockScreen(): () => void {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const toast = useToast();
  const lock = useCommand('lockSession');
  return () => {
    lock.mutate(
      {},
      {
        onSuccess: () => noteLocked(true),
        onError: ({ code, message }) => {
          if (code !== 'pin_missing') return toast.show({ tone: 'danger', message });
          const action = { label: t('lock.toAccount'), onAction: () => void navigate('/compte#appareils') };
          toast.show({ message: t('lock.needsPin'), action });
        },
      },
    );
  };
}
