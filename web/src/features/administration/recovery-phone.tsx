import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { phoneAddress } from '../../lib/index.ts';
import { Button, ErrorNotice, Notice } from '../../ui/index.ts';
import styles from './administration.module.css';

/** The telephone that the account had on file, shown when it is asked for: each look is written in the audit. */
export function RecoveryPhone({ recoveryId }: { recoveryId: string }) {
  const { t } = useTranslation('administration');
  const look = useCommand('readRecoveryPhone');
  const phone = look.data?.phone;
  return (
    <>
      <p className={styles.soft}>{t('recoveries.phoneWords')}</p>
      {look.error && <ErrorNotice error={look.error} />}
      <div aria-live="polite">
        {look.data ? (
          phone ? (
            <a className={styles.phone} href={phoneAddress(phone)}>
              {phone}
            </a>
          ) : (
            <Notice tone="warning">{t('recoveries.phoneNone')}</Notice>
          )
        ) : (
          <Button isPending={look.isPending} onPress={() => look.mutate({ params: { recoveryId } })}>
            {t('recoveries.phone')}
          </Button>
        )}
      </div>
    </>
  );
}
