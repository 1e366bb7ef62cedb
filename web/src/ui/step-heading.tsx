import { type ReactNode, useEffect, useRef } from 'react';
import styles from './step-heading.module.css';

/**
 * The title of a step, or of a page without a frame: whoever goes on by keyboard or by ear starts there, unless the step
 * put its one field forward. The first page keeps the browser's own start. `step`: changes when the same title announces
 * something else; `kicker`: what comes before it.
 */
export function StepHeading({ step = '', kicker, children }: { step?: string; kicker?: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    if (navigator.userActivation.hasBeenActive && !(document.activeElement instanceof HTMLInputElement))
      heading.current?.focus();
  }, [step]);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading}>
      {kicker !== undefined && <span className={styles.kicker}>{kicker}</span>} {children}
    </h1>
  );
}
