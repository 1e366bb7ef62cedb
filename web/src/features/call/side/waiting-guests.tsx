import type { WaitingGuest } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '../../../ui/index.ts';
import { useCall, useCallActions } from '../call-context.ts';
import styles from './side.module.css';

const nobody: readonly WaitingGuest[] = [];

/** Guests at the door, for who may let them in. Refusing lasts, so it is asked twice. */
export function WaitingGuests() {
  const { t } = useTranslation('call');
  const call = useCallActions();
  const waiting = useCall((state) => state.room?.waiting ?? nobody);
  const [refused, setRefused] = useState<WaitingGuest | null>(null);
  return (
    <>
      {waiting.length > 0 && (
        <section className={styles.waiting} aria-label={t('participants.waiting')}>
          <h3 className={styles.subtitle}>{t('participants.waiting')}</h3>
          <ul>
            {waiting.map((guest) => (
              <li key={guest.accountId} className={styles.row}>
                <div className={styles.words}>
                  <span className={styles.name}>{guest.name}</span>
                  <span className={styles.detail}>{guest.specialty}</span>
                </div>
                <div className={styles.buttons}>
                  <Button
                    size="small"
                    aria-label={t('participants.refuseOne', { name: guest.name })}
                    onPress={() => setRefused(guest)}
                  >
                    {t('participants.refuse')}
                  </Button>
                  <Button
                    size="small"
                    variant="primary"
                    aria-label={t('participants.admitOne', { name: guest.name })}
                    onPress={() => call.admit(guest.accountId, true)}
                  >
                    {t('participants.admit')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Dialog
        title={t('participants.refuseTitle', { name: refused?.name ?? '' })}
        role="alertdialog"
        isOpen={refused !== null}
        onClose={() => setRefused(null)}
        actions={
          <>
            <Button onPress={() => setRefused(null)}>{t('participants.cancel')}</Button>
            <Button
              variant="danger"
              onPress={() => {
                if (refused) call.admit(refused.accountId, false);
                setRefused(null);
              }}
            >
              {t('participants.refuse')}
            </Button>
          </>
        }
      >
        <p>{t('participants.refuseWords')}</p>
      </Dialog>
    </>
  );
}
