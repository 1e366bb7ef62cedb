import { useState } from 'react';
import { useSecondsLeft } from '../../ui/index.ts';
import { endOfWait } from './wait-notice.tsx';

/** The last refusal of a form, and whether it must wait before it is sent again. */
export function useRefusal() {
  const [refusal, setRefusal] = useState<{ error: Error | null; until: number | null }>({ error: null, until: null });
  const mustWait = useSecondsLeft(refusal.until) > 0;
  return {
    refusal,
    mustWait,
    refuse: (error: Error | null) => setRefusal({ error, until: endOfWait(error, Date.now()) }),
  };
}
