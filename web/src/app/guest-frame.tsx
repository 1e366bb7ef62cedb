import type { Me } from '@concertation/shared/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate, useNavigation } from 'react-router';
import { forgetReads, useCommand } from '../api/index.ts';
import { LanguageSwitch } from '../features/signing-in/index.ts';
import { BrandMark, Button, LinkButton, SkipLink, useToast, VisuallyHidden } from '../ui/index.ts';
import { AssistanceMenu } from './assistance-menu.tsx';
import styles from './frame.module.css';
import guest from './guest-frame.module.css';
import { Notices } from './notices.tsx';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';

/** Beside the meeting: the connection test, and a document of a shared case in a window of its own. */
const alsoOpen = [/^\/test-de-connexion$/, /^\/dossiers\/[^/]+\/documents\/[^/]+$/];

function LeaveButton() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { show } = useToast();
  const logout = useCommand('logout');
  const leave = () =>
    logout.mutate(
      {},
      {
        onSuccess: () => {
          forgetReads();
          void navigate('/invite', { replace: true });
        },
        onError: ({ message }) => show({ tone: 'danger', message }),
      },
    );
  return (
    <Button icon="signOut" isPending={logout.isPending} onPress={leave}>
      {t('guest.leave')}
    </Button>
  );
}

/**
 * The frame of a guest: the mark, who they are, help, the way out, and one meeting. Every other address leads back to
 * it. Source: CM-08; rule GST-7.
 */
export function GuestFrame({ me, meetingId, children }: { me: Me; meetingId: string; children: ReactNode }) {
  const { t } = useTranslation('app');
  const { state } = useNavigation();
  const { pathname } = useLocation();
  const main = useFocusOnNavigation();
  const meeting = `/reunions/${meetingId}`;
  const isThere = pathname === meeting;
  if (!isThere && !alsoOpen.some((address) => address.test(pathname))) return <Navigate to={meeting} replace />;
  return (
    <>
      <SkipLink />
      <header className={styles.header}>
        <div className={guest.bar}>
          <Link to={meeting} className={styles.brand} aria-label={t('guest.brand')}>
            <BrandMark size={30} />
            <span className={styles.wordmark}>{t('product')}</span>
          </Link>
          <p className={guest.person}>
            <VisuallyHidden>{t('guest.you')}</VisuallyHidden>
            <span className={styles.personName}>{me.name}</span>
            <span className={styles.personSpecialty}>{t('guest.quality', { quality: me.specialty })}</span>
          </p>
          <div className={guest.tools}>
            {!isThere && (
              <LinkButton href={meeting} icon="back">
                {t('guest.back')}
              </LinkButton>
            )}
            <LanguageSwitch />
            <AssistanceMenu />
            <LeaveButton />
          </div>
        </div>
        <Notices demonstration={me.demonstration} />
      </header>
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
