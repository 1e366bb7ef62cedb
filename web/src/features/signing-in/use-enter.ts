import type { Me } from '@concertation/shared/contracts';
import { useNavigate, useSearchParams } from 'react-router';
import { forgetReads, queryClient, readKey } from '../../api/index.ts';
import { safePath } from '../../lib/index.ts';
import { forgetRegistration } from './forget-registration.ts';
import { takeFormerPageOfAnother } from './former-page.ts';
import { takeWanted } from './wanted.ts';

/**
 * What follows every way in: nothing of a previous account is kept, and the person goes where they wanted, not where
 * somebody else was.
 */
export function useEnter(): (me: Me) => void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (me) => {
    forgetReads();
    forgetRegistration();
    queryClient.setQueryData(readKey('readMe'), me);
    const kept = takeWanted(me.email);
    const wanted = search.has('vers') ? safePath(search.get('vers')) : kept;
    void navigate(takeFormerPageOfAnother(me.accountId, wanted) ? '/' : wanted, { replace: true });
  };
}
