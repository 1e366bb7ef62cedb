import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(width <= 640px)');
const subscribe = (listener: () => void) => {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
};

/** True at the width of a telephone, where the screen shows one thing at a time. */
export const useIsPhone = () => useSyncExternalStore(subscribe, () => phone.matches);
