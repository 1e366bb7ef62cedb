import { useEffect, useState } from 'react';
import { lastUse, noteUse } from './last-use.ts';

const uses = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

const shownFromMs = 10_000;

/** Milliseconds since this session was last used in any window, looked at every second; starts anew on each mount. */
export function useIdle(): number {
  const [idle, setIdle] = useState(0);
  useEffect(() => {
    noteUse();
    // A computer that wakes up runs no timer before its first key: how long it slept is looked at first.
    const use = () => {
      const since = Date.now() - lastUse();
      if (since >= shownFromMs) setIdle(since);
      noteUse();
    };
    for (const kind of uses) window.addEventListener(kind, use, { passive: true, capture: true });
    const timer = setInterval(() => {
      // Most seconds change nothing that is shown: drawn again only once a while has passed.
      const since = Date.now() - lastUse();
      setIdle(since < shownFromMs ? 0 : since);
    }, 1000);
    return () => {
      clearInterval(timer);
      for (const kind of uses) window.removeEventListener(kind, use, { capture: true });
    };
  }, []);
  return idle;
}
