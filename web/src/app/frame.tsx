import type { Me } from '@concertation/shared/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigation } from 'react-router';
import { NotificationBell } from '../features/notifications/index.ts';
import { BrandMark, LinkButton, SkipLink, VisuallyHidden } from '../ui/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { AssistanceMenu } from './assistance-menu.tsx';
import styles from './frame.module.css';
import { Notices } from './notices.tsx';
import { Rail } from './rail.tsx';
import { TrialNotice } from './trial-notice.tsx';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';
import { useWarnBeforeLosing } from './use-warn-before-losing.ts';

/** The frame of every signed-in page: mark, help, account, notices, the chosen places, then the page itself. */
export function Frame({ me, children }: { me: Me; children: ReactNode }) {
  const { t } = useTranslation('app');
  const { state } = useNavigation();
  const main = useFocusOnNavigation();
  useWarnBeforeLosing(me.accountId);
  return (
    <>
      <SkipLink />
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to="/" className={styles.brand} aria-label={t('product')}>
            <span className={styles.mark}>
              <BrandMark size={34} />
            </span>
            <span className={styles.wordmark}>{t('product')}</span>
          </Link>
          <LinkButton href="/patients/nouveau" variant="primary" icon="add">
            <span className={styles.createWords}>{t('newPatient')}</span>
          </LinkButton>
          <NotificationBell />
          <AssistanceMenu />
          <AccountMenu me={me} />
        </div>
        <Notices demonstration={me.demonstration} />
        <TrialNotice me={me} />
      </header>
      <Rail services={me.services} />
      {state === 'loading' && (
        <output className={styles.progress}>
          <VisuallyHidden>{t('openingPage')}</VisuallyHidden>
        </output>
      )}
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  );
}
