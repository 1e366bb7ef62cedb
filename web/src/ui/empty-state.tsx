import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** Nothing here yet: why, and what to do about it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {action !== undefined && <div className={styles.actions}>{action}</div>}
    </div>
  );
}
