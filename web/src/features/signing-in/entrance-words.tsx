import type { ReactNode } from 'react';
import styles from './signing-in.module.css';

/** The title of an entrance page, and what it is for. */
export function EntranceWords({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div>
      <h1>{title}</h1>
      {children !== undefined && <p className={styles.lead}>{children}</p>}
    </div>
  );
}
