import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
};

/** Whether this page is before somebody's eyes, as far as the browser knows. */
export function useShownPage(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
}
