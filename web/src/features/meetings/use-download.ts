import type { EndpointName } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download, type Input } from '../../api/index.ts';
import { useToast } from '../../ui/index.ts';

/** Saves a file that the server makes: waiting while it is made, then said in words, or why it could not be. */
export function useDownload(): {
  isPending: boolean;
  save: <Name extends EndpointName>(name: Name, input: Input<Name>, fallbackName: string) => void;
} {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const [isPending, setPending] = useState(false);
  return {
    isPending,
    save(name, input, fallbackName) {
      setPending(true);
      download(name, input, fallbackName)
        .then((saved) => show({ tone: 'success', message: t('downloaded', { name: saved }) }))
        .catch((error: unknown) =>
          show({ tone: 'danger', message: error instanceof Error ? error.message : t('downloadFailed') }),
        )
        .finally(() => setPending(false));
    },
  };
}
