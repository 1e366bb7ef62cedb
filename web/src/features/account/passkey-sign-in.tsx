import { useTranslation } from 'react-i18next';
import { Button, ErrorNotice } from '../../ui/index.ts';
import styles from './account.module.css';
import { signInWithPasskey } from './ceremonies.ts';
import { useCeremony } from './use-ceremony.ts';
import { useEnter } from './use-enter.ts';

/** The main way in: one button, the device does the rest. */
export function PasskeySignIn() {
  const { t } = useTranslation('account');
  const enter = useEnter();
  const signIn = useCeremony(signInWithPasskey);
  return (
    <div className={styles.stack}>
      <Button
        variant="primary"
        icon="key"
        className={styles.main}
        isPending={signIn.isPending}
        onPress={() => signIn.mutate(undefined, { onSuccess: enter })}
      >
        {t('signIn.withPasskey')}
      </Button>
      <p className={styles.help}>{t('signIn.explain')}</p>
      {signIn.error && <ErrorNotice error={signIn.error} />}
    </div>
  );
}
