import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../../../ui/index.ts';
import { useCallScreen } from '../call-context.ts';
import styles from './side.module.css';

/** A part of the call at the side of the page: the page stays usable beside it. Escape closes it, and the focus goes back. */
export function SidePanel({
  title,
  closeLabel,
  foot,
  children,
}: {
  title: string;
  closeLabel: string;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const { setSide, fullScreen } = useCallScreen();
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const { current: opened } = panel;
    opened?.focus({ preventScroll: true });
    return () => {
      const stands = before instanceof HTMLElement && before.isConnected;
      if (stands && (document.activeElement === document.body || opened?.contains(document.activeElement)))
        before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, wherever the focus is inside.
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={styles.panel}
      data-full={fullScreen || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) setSide('none');
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <Button size="small" variant="quiet" icon="close" aria-label={closeLabel} onPress={() => setSide('none')} />
      </div>
      <div className={styles.body}>{children}</div>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </aside>
  );
}
