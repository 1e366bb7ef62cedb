import { useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useRead } from '../api/index.ts';
import { CallProvider } from '../features/call/index.ts';
import { HelpContacts } from '../features/organisations/index.ts';
import { forgetRegistration, takeFormerPageOfAnother } from '../features/signing-in/index.ts';
import { ErrorNotice } from '../ui/index.ts';
import { CallKeepsOpen } from './call-keeps-open.tsx';
import { ClosedFrame } from './closed-frame.tsx';
import { Frame } from './frame.tsx';
import { GuestFrame } from './guest-frame.tsx';
import { loadTexts } from './i18n.ts';
import { Lockable } from './lockable.tsx';
import { Nobody } from './nobody.tsx';
import { OpeningPage } from './opening-page.tsx';
import styles from './opening-page.module.css';

/** The door of every page but the entrances: nobody there goes to the sign-in page, which leads back here. */
export function SignedIn() {
  const me = useRead('readMe');
  const accountId = me.data?.accountId;
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  const path = pathname + search + hash;
  // Pro Santé Connect leads straight back to a page: to that of somebody else, it does not.
  useEffect(() => {
    if (accountId !== undefined && takeFormerPageOfAnother(accountId, path)) void navigate('/', { replace: true });
  }, [accountId, path, navigate]);
  useEffect(() => {
    if (accountId !== undefined) forgetRegistration();
  }, [accountId]);
  const [first, setFirst] = useState(accountId);
  if (first === undefined && accountId !== undefined) setFirst(accountId);
  const isAnother = first !== undefined && accountId !== undefined && first !== accountId;
  // Somebody else signed in, in another window: nothing of who was here stays.
  useEffect(() => {
    if (isAnother) location.reload();
  }, [isAnother]);
  if (isAnother) return <OpeningPage />;
  if (me.data && me.data.guestOf !== null) {
    return (
      <CallProvider loadWords={loadTexts}>
        <GuestFrame me={me.data} meetingId={me.data.guestOf}>
          <Outlet />
        </GuestFrame>
      </CallProvider>
    );
  }
  if (me.data) {
    return (
      <Lockable me={me.data}>
        {me.data.standing === 'closed' ? (
          <ClosedFrame me={me.data}>
            <Outlet />
          </ClosedFrame>
        ) : (
          <CallProvider loadWords={loadTexts}>
            <CallKeepsOpen />
            <Frame me={me.data}>
              <Outlet />
            </Frame>
          </CallProvider>
        )}
      </Lockable>
    );
  }
  if (me.error?.code === 'signed_out') return <Nobody />;
  if (me.error) {
    return (
      <main className={styles.page}>
        <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />
        <HelpContacts />
      </main>
    );
  }
  return <OpeningPage />;
}
