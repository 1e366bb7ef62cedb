import { useEffect, useEffectEvent } from 'react';
import type { Step } from './order.ts';

/**
 * Alt+↓ and Alt+↑ anywhere on the page, editors included: caught before the editor sees them. A dialog keeps its keys.
 * `onStep` null: this person does not run the meeting, and the keys keep their usual meaning.
 */
export function useMoveKeys(onStep: ((step: Step) => void) | null): void {
  const take = useEffectEvent((step: Step) => onStep?.(step));
  const active = onStep !== null;
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      take(step);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [active]);
}

function stepOf(event: KeyboardEvent): Step | null {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (
    event.target instanceof Element &&
    event.target.closest('[role="dialog"], [role="alertdialog"], [role="listbox"]')
  )
    return null;
  if (event.key === 'ArrowDown') return 'next';
  return event.key === 'ArrowUp' ? 'previous' : null;
}
