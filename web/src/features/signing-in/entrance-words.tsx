import type { ReactNode } from 'react';
import { StepHeading } from '../../ui/index.ts';
import styles from './signing-in.module.css';

/** The title of an entrance page, and what it is for. `step`: changes when what follows is another step of the page. */
export function EntranceWords({ title, step = '', children }: { title: string; step?: string; children?: ReactNode }) {
  return (
    <div>
      <StepHeading step={step}>{title}</StepHeading>
      {children !== undefined && <p className={styles.lead}>{children}</p>}
    </div>
  );
}
