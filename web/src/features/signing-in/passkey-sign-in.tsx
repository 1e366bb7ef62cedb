import type { Me } from '@concertation/shared/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { askPasskey, call, offerPasskeys, useCeremony, withdrawOffer } from '../../api/index.ts';
import { Button, ErrorNotice } from '../../ui/index.ts';
import styles from './signing-in.module.css';
import { useEnter } from './use-enter.ts';

/** A challenge lives five minutes: the one that waits in the address field is replaced before. */
const offerEveryMs = 4 * 60_000;

async function signInWithPasskey(shared: boolean): Promise<Me> {
  const body = await askPasskey(() => call('startSignIn'));
  return call('finishSignIn', { body: { ...body, shared } });
}

/** The main way in: one button, the device does the rest. The browser also proposes passkeys in the address field. Source: SC-53. */
export function PasskeySignIn({ shared }: { shared: boolean }) {
  const { t } = useTranslation('signingIn');
  const enter = useEnter();
  const signIn = useCeremony(signInWithPasskey);
  const offered = useCeremony((body: { ceremonyId: string; credential: Record<string, unknown>; shared: boolean }) =>
    call('finishSignIn', { body }),
  );
  const latest = useRef({ shared, take: offered.mutate, enter });
  useEffect(() => {
    latest.current = { shared, take: offered.mutate, enter };
  });
  useEffect(() => {
    let isHere = true;
    const offer = async () => {
      // Left silent: without network or passkeys nothing is proposed, and the button says why when it is pressed.
      const answer = await offerPasskeys(() => call('startSignIn')).catch(() => null);
      if (!answer || !isHere) return;
      const { shared: isShared, take, enter: goIn } = latest.current;
      take({ ...answer, shared: isShared }, { onSuccess: goIn });
    };
    void offer();
    const timer = setInterval(() => void offer(), offerEveryMs);
    return () => {
      isHere = false;
      clearInterval(timer);
      void withdrawOffer();
    };
  }, []);
  return (
    <div className={styles.stack}>
      <Button
        variant="primary"
        icon="key"
        className={styles.main}
        isPending={signIn.isPending || offered.isPending}
        onPress={() => signIn.mutate(shared, { onSuccess: enter })}
      >
        {t('passkey.button')}
      </Button>
      <p className={styles.help}>{t('passkey.explain')}</p>
      {(signIn.error ?? offered.error) && <ErrorNotice error={signIn.error ?? offered.error} />}
    </div>
  );
}
