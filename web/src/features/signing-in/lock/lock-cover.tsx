import type { Me } from '@concertation/shared/contracts';
import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import './lock.css';

const LockScreen = lazy(async () => ({ default: (await import('./lock-screen.tsx')).LockScreen }));

/** One element above the page, which hides every other one for as long as it is there (lock.css). */
function useCover(): HTMLElement {
  const [cover] = useState(() => {
    const made = Object.assign(document.createElement('div'), { id: 'lock' });
    // An open dialog makes everything beside it inert, but for what says so.
    made.dataset.reactAriaTopLayer = 'true';
    return made;
  });
  // Before the effects of what it holds: a field is focused in a page, not beside it.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const { title } = document;
    document.body.append(cover);
    document.documentElement.dataset.locked = '';
    return () => {
      delete document.documentElement.dataset.locked;
      cover.remove();
      document.title = title;
      // Back to where one was writing.
      if (before instanceof HTMLElement) before.focus();
    };
  }, [cover]);
  return cover;
}

/**
 * Covers everything while the screen is locked. The page stays where it was, drawn nowhere and out of reach, so that
 * nothing typed is lost. Source: PA-24, PA-25.
 */
export function LockCover(props: { me: Me; onUnlocked: () => void; onLeave: () => void }) {
  const cover = useCover();
  return createPortal(
    <Suspense>
      <LockScreen {...props} />
    </Suspense>,
    cover,
  );
}
