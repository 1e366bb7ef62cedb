import type { Me } from '@concertation/shared/contracts';
import { useEffect } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Outlet, ScrollRestoration, useHref, useLocation, useNavigate } from 'react-router';
import { noteFormerPage, ProofGuard } from '../features/signing-in/index.ts';
import { onSignedOut, queryClient, readKey } from '../api/index.ts';
import { localeOf } from '../lib/index.ts';
import { ToastRegion, useLanguage } from '../ui/index.ts';

/** When the session of somebody who was at work ends, the sign-in page says so and leads back here afterwards; a guest is told how to come back. */
function useSessionEnd(): void {
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  useEffect(
    () =>
      onSignedOut(() => {
        const me = queryClient.getQueryData<Me>(readKey('readMe'));
        if (me === undefined || pathname === '/connexion') return;
        // A guest has no account to sign in with: their link is the way back.
        if (me.guestOf !== null) return void navigate('/invite', { replace: true, state: { ended: true } });
        noteFormerPage({ path: pathname + search + hash, accountId: me.accountId });
        void navigate(`/connexion?vers=${encodeURIComponent(pathname + search + hash)}`, { state: { ended: true } });
      }),
    [navigate, pathname, search, hash],
  );
}

/** An address as the browser wants it: paths of this application through its router, a mail, a telephone or another site as they are. */
function useAddress(href: Parameters<typeof useHref>[0]): string {
  const leaves = typeof href === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(href);
  const path = useHref(leaves ? '/' : href);
  return leaves ? href : path;
}

/** Around every page: client-side links, dates and messages in the person's language. */
export function Root() {
  const navigate = useNavigate();
  const { language } = useLanguage();
  useSessionEnd();
  return (
    <I18nProvider locale={localeOf(language)}>
      <RouterProvider navigate={(path) => void navigate(path)} useHref={useAddress}>
        <Outlet />
        <ProofGuard />
        <ToastRegion />
        <ScrollRestoration />
      </RouterProvider>
    </I18nProvider>
  );
}
