import type { Me } from '@concertation/shared/contracts';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { onLocked, queryClient, useCommand } from '../api/index.ts';
import { IdleWatch, LockCover, useSignOut } from '../features/signing-in/index.ts';
import { noteLocked } from './use-lock-screen.ts';

/**
 * What is signed in, unless its screen is locked. A page that was open stays as it was, drawn nowhere, so that nothing
 * typed is lost; one that is opened while locked is not made at all.
 */
export function Lockable({ me, children }: { me: Me; children: ReactNode }) {
  const [wasOpen, setWasOpen] = useState(!me.locked);
  if (!me.locked && !wasOpen) setWasOpen(true);
  const { signOut } = useSignOut();
  const lock = useCommand('lockSession');
  const { mutate } = lock;
  useEffect(() => onLocked(() => noteLocked(true)), []);
  // Without a code or a key to unlock with there is no lock: the session ends by itself later.
  const lockQuietly = useCallback(
    function lockNow() {
      mutate(
        {},
        {
          onSuccess: () => noteLocked(true),
          // Without network, as soon as there is one again.
          onError: ({ code }) => code === 'network' && addEventListener('online', lockNow, { once: true }),
        },
      );
    },
    [mutate],
  );
  const unlocked = () => {
    noteLocked(false);
    // What was refused meanwhile is asked again.
    void queryClient.invalidateQueries();
  };
  return (
    <>
      {wasOpen && children}
      {me.locked ? (
        <LockCover me={me} onUnlocked={unlocked} onLeave={() => signOut({ left: true })} />
      ) : (
        <IdleWatch
          me={me}
          onLock={lockQuietly}
          onIdle={() => signOut({ idle: true })}
          onLeave={() => signOut({ left: true })}
        />
      )}
    </>
  );
}
