import { useEffect } from 'react';
import { useOnCall } from '../features/call/index.ts';
import { noteUse } from '../features/signing-in/index.ts';

const everyMs = 5_000;

/** Who listens to a meeting touches nothing, and is there: neither locked nor signed out meanwhile. */
export function CallKeepsOpen() {
  const isOn = useOnCall();
  useEffect(() => {
    if (!isOn) return;
    noteUse();
    const timer = setInterval(noteUse, everyMs);
    return () => clearInterval(timer);
  }, [isOn]);
  return null;
}
