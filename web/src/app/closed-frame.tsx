import type { Me } from '@concertation/shared/contracts';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { LanguageSwitch, useSignOut } from '../features/signing-in/index.ts';
import { headerName } from '../lib/index.ts';
import { BrandMark, Button, SkipLink, Spinner } from '../ui/index.ts';
import { AssistanceMenu } from './assistance-menu.tsx';
import styles from './frame.module.css';
import guest from './guest-frame.module.css';
import { loadTexts } from './i18n.ts';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';

const TrialOver = lazy(async () => {
  const [{ TrialOverPage }] = await Promise.all([import('../routes/trial-over.tsx'), loadTexts()]);
  return { default: TrialOverPage };
});

/** The frame of an account whose trial is over: its own account, how to be validated, help, the way out. Source: SC-23. */
export function ClosedFrame({ me, children }: { me: Me; children: ReactNode }) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const main = useFocusOnNavigation();
  const { signOut, isPending } = useSignOut();
  return (
    <>
      <SkipLink />
      <header className={styles.header}>
        <div className={guest.bar}>
          <p className={styles.brand}>
            <BrandMark size={30} />
            <span className={styles.wordmark}>{t('product')}</span>
          </p>
          <p className={guest.person}>
            <span className={styles.personName}>{headerName(me)}</span>
            <span className={styles.personSpecialty}>{me.specialty}</span>
          </p>
          <div className={guest.tools}>
            <LanguageSwitch />
            <AssistanceMenu />
            <Button icon="signOut" isPending={isPending} onPress={() => signOut({ left: true })}>
              {t('account.signOut')}
            </Button>
          </div>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {pathname === '/compte' ? (
          children
        ) : (
          <Suspense fallback={<Spinner size="block" />}>
            <TrialOver />
          </Suspense>
        )}
      </main>
    </>
  );
}
