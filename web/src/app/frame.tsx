import type { Me } from '@concertation/shared/contracts';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigation } from 'react-router';
import { NotificationBell } from '../features/notifications/index.ts';
import { BrandMark, Icon, LinkButton, SkipLink, VisuallyHidden } from '../ui/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { AssistanceMenu } from './assistance-menu.tsx';
import styles from './frame.module.css';
import { Rail } from './rail.tsx';
import { useOnline } from './use-online.ts';

/** A page opened by a link starts at its content, where the reader is told of it; the first page keeps the browser's own start. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function Notices({ demonstration }: { demonstration: boolean }) {
  const { t } = useTranslation('app');
  const online = useOnline();
  return (
    <>
      {demonstration && (
        <p className={styles.demonstration}>
          {t('demonstration')} <Link to="/courriels">{t('demonstrationMails')}</Link>
        </p>
      )}
      <output className={styles.network}>
        {!online && (
          <span className={styles.offline}>
            <Icon name="warning" size={18} />
            <span>
              <strong>{t('offline.title')}</strong> {t('offline.words')}
            </span>
          </span>
        )}
      </output>
    </>
  );
}

/** The frame of every signed-in page: mark, help, account, notices, the five places, then the page itself. */
export function Frame({ me, children }: { me: Me; children: ReactNode }) {
  const { t } = useTranslation('app');
  const { state } = useNavigation();
  const main = useFocusOnNavigation();
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
      </header>
      <Rail />
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
