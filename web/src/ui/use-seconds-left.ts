import { useCallback, useSyncExternalStore } from 'react';

const left = (until: number | null): number =>
  until === null ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1000));

/** Whole seconds until an instant (milliseconds since 1970), counted down to zero; zero without an instant. */
export function useSecondsLeft(until: number | null): number {
  const subscribe = useCallback(
    (tell: () => void) => {
      if (left(until) === 0) return () => undefined;
      const timer = setInterval(tell, 250);
      return () => clearInterval(timer);
    },
    [until],
  );
  return useSyncExternalStore(subscribe, () => left(until));
}
