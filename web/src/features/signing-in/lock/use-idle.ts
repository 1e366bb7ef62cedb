import { useEffect, useState } from 'react';
import { lastUse, noteUse } from './last-use.ts';

const uses = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Milliseconds since this session was last used in any window, looked at every second; starts anew on each mount. */
export function useIdle(): number {
  const [idle, setIdle] = useState(0);
  useEffect(() => {
    noteUse();
    for (const use of uses) window.addEventListener(use, noteUse, { passive: true, capture: true });
    const timer = setInterval(() => {
      // Most seconds change nothing that is shown: drawn again only once a while has passed.
      const since = Date.now() - lastUse();
      setIdle(since < 10_000 ? 0 : since);
    }, 1000);
    return () => {
      clearInterval(timer);
      for (const use of uses) window.removeEventListener(use, noteUse, { capture: true });
    };
  }, []);
  return idle;
}
