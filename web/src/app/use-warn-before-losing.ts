import { useEffect } from 'react';
import { holdsInMemory } from '../lib/index.ts';

/** On a shared computer, asks before this page is closed or loaded again while it holds messages of this account. */
export function useWarnBeforeLosing(accountId: string): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (holdsInMemory(`messages.${accountId}.`)) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [accountId]);
}
