import { useEffect } from 'react';

/** Asks before this page is closed or loaded again while it holds what would be lost with it. */
export function useWarnBeforeLeaving(wouldLose: () => boolean): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (wouldLose()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [wouldLose]);
}
