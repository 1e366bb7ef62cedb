import type { Me } from '@concertation/shared/contracts';
import { useNavigate, useSearchParams } from 'react-router';
import { forgetReads, queryClient, readKey } from '../../api/index.ts';
import { safePath } from '../../lib/index.ts';

/** What follows every way in: nothing of a previous account is kept, and the person goes where they wanted. */
export function useEnter(): (me: Me) => void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (me) => {
    forgetReads();
    queryClient.setQueryData(readKey('readMe'), me);
    void navigate(safePath(search.get('vers')), { replace: true });
  };
}
