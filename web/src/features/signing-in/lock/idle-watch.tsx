import type { Me } from '@concertation/shared/contracts';
import { useEffect } from 'react';
import { SharedEnd } from './shared-end.tsx';
import { useIdle } from './use-idle.ts';

/** The screen of one's own computer locks after this long without use. */
const lockAfterMs = 15 * 60_000;

function OwnLock({ onIdle }: { onIdle: () => void }) {
  const isIdle = useIdle() >= lockAfterMs;
  useEffect(() => {
    if (isIdle) onIdle();
  }, [isIdle, onIdle]);
  return null;
}

/** Watches whether somebody is still there: locks one's own computer, ends the session of a shared one. Source: PA-24. */
export function IdleWatch({
  me,
  onLock,
  onIdle,
  onLeave,
}: {
  me: Me;
  onLock: () => void;
  /** Nobody used a shared computer for too long. */
  onIdle: () => void;
  /** Somebody chose to leave it. */
  onLeave: () => void;
}) {
  if (me.shared) return <SharedEnd idleMs={me.idleMs} onIdle={onIdle} onLeave={onLeave} />;
  return <OwnLock onIdle={onLock} />;
}
