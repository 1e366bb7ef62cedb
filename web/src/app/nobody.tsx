import { lazy, Suspense } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useRead } from '../api/index.ts';
import { OpeningPage } from './opening-page.tsx';

const Portal = lazy(async () => ({ default: (await import('../routes/portal.tsx')).Portal }));

/** Where nobody goes: the sign-in page, which leads back here; at a portal’s sub-domain, that portal. Source: SC-08. */
export function Nobody() {
  const { pathname, search, hash } = useLocation();
  const isFirstPage = pathname === '/';
  const configuration = useRead('readConfiguration', undefined, { enabled: isFirstPage });
  if (isFirstPage && configuration.isPending) return <OpeningPage />;
  const slug = configuration.data?.portalSlug ?? null;
  if (isFirstPage && slug !== null)
    return (
      <Suspense fallback={<OpeningPage />}>
        <Portal slug={slug} />
      </Suspense>
    );
  return <Navigate to={`/connexion?vers=${encodeURIComponent(pathname + search + hash)}`} replace />;
}
