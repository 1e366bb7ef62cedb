import type { Me } from '@concertation/shared/contracts';
import { useNavigate, useSearchParams } from 'react-router';
import { forgetReads, queryClient, readKey } from '../../api/index.ts';
import { readSetting, safePath, writeSetting } from '../../lib/index.ts';

/** Where somebody wanted to go when they chose to register first: the link of the mail may open another window. */
export const wantedSetting = 'wanted';

/** What follows every way in: nothing of a previous account is kept, and the person goes where they wanted. */
export function useEnter(): (me: Me) => void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (me) => {
    forgetReads();
    queryClient.setQueryData(readKey('readMe'), me);
    const wanted = safePath(search.get('vers') ?? readSetting(wantedSetting));
    writeSetting(wantedSetting, null);
    void navigate(wanted, { replace: true });
  };
}
