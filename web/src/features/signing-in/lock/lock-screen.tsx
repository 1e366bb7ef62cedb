import type { Me } from '@concertation/shared/contracts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askPasskey, call, useCeremony, useCommand } from '../../../api/index.ts';
import { BrandMark, Button, CodeField, ErrorNotice, useDocumentTitle } from '../../../ui/index.ts';
import styles from '../signing-in.module.css';

const pinLength = 4;

/** The locked screen: whose it is, four digits or a passkey, and the way out. Source: PA-24, PA-25. */
export function LockScreen({ me, onUnlocked, onLeave }: { me: Me; onUnlocked: () => void; onLeave: () => void }) {
  const { t } = useTranslation('signingIn');
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  useDocumentTitle(t('lock.title'));
  const unlock = useCommand('unlockSession');
  const withPasskey = useCeremony(async () => {
    const body = await askPasskey(() => call('startUnlock'));
    await call('finishUnlock', { body });
  });
  useEffect(() => field.current?.focus(), []);
  const send = (digits: string) => {
    if (unlock.isPending) return;
    unlock.mutate(
      { body: { pin: digits } },
      {
        onSuccess: onUnlocked,
        onError: () => {
          setPin('');
          field.current?.focus();
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pin.length === pinLength) send(pin);
  };
  return (
    <main className={styles.lockPage}>
      <div className={styles.lockCard}>
        <BrandMark size={40} />
        <div>
          <h1>{t('lock.title')}</h1>
          <p className={styles.lead}>{me.name}</p>
        </div>
        <form noValidate onSubmit={submit}>
          <CodeField
            ref={field}
            secret
            label={t('lock.pin')}
            length={pinLength}
            value={pin}
            onChange={(digits) => {
              setPin(digits);
              if (digits.length === pinLength) send(digits);
            }}
          />
          {unlock.error && <ErrorNotice error={unlock.error} />}
        </form>
        <div className={styles.lockButtons}>
          <Button
            icon="key"
            isPending={withPasskey.isPending}
            onPress={() => withPasskey.mutate(undefined, { onSuccess: onUnlocked })}
          >
            {t('lock.passkey')}
          </Button>
          {withPasskey.error && <ErrorNotice error={withPasskey.error} />}
          <Button variant="quiet" icon="signOut" onPress={onLeave}>
            {t('lock.leave')}
          </Button>
        </div>
        <p className={styles.help}>{t('lock.kept')}</p>
      </div>
    </main>
  );
}
