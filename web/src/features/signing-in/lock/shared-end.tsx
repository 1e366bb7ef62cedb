import { lazy, Suspense, useEffect, useRef } from 'react';
import { call } from '../../../api/index.ts';
import { noteUse } from './last-use.ts';
import { useIdle } from './use-idle.ts';

/** On a shared computer one is warned this long before the end. */
const warnBeforeMs = 60_000;
/** Reading is use too: the server hears of it this often. */
const toldEveryMs = 60_000;

const loadWarning = async () => ({ default: (await import('./shared-warning.tsx')).SharedWarning });
const SharedWarning = lazy(loadWarning);

/** Tells the server that somebody is there. A session that has ended is announced by the call itself; without network the next one tells. */
const tellUse = (): void => void call('readMe').catch(() => undefined);

/** On a shared computer: the last minute is announced, then the session ends. A page that asks by itself is no use. */
export function SharedEnd({ idleMs, onIdle, onLeave }: { idleMs: number; onIdle: () => void; onLeave: () => void }) {
  const idle = useIdle();
  const left = idleMs - idle;
  const isOver = left <= 0;
  const hasLeft = useRef(false);
  useEffect(() => {
    if (!isOver || hasLeft.current) return;
    hasLeft.current = true;
    onIdle();
  }, [isOver, onIdle]);
  // Fetched beforehand: a network that is away must not keep the warning away. If it cannot be, it is asked again then.
  useEffect(() => void loadWarning().catch(() => undefined), []);
  const isUsed = idle === 0;
  const told = useRef(0);
  useEffect(() => {
    if (!isUsed) return;
    const tell = () => {
      if (Date.now() - told.current < toldEveryMs) return;
      told.current = Date.now();
      tellUse();
    };
    tell();
    const timer = setInterval(tell, toldEveryMs / 10);
    return () => clearInterval(timer);
  }, [isUsed]);
  const stay = () => {
    noteUse();
    tellUse();
  };
  if (left > warnBeforeMs || isOver) return null;
  return (
    <Suspense>
      <SharedWarning leftMs={left} onStay={stay} onLeave={onLeave} />
    </Suspense>
  );
}
