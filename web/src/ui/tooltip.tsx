import type { ReactNode } from 'react';
import { Tooltip as Floating, TooltipTrigger } from 'react-aria-components';
import styles from './popover.module.css';

/** The words of a command drawn as an icon alone, shown under the pointer and to the keyboard's focus. The command keeps its own name. */
export function Tooltip({ words, children }: { words: string; children: ReactNode }) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      {children}
      <Floating className={styles.tooltip ?? ''} placement="bottom" offset={6}>
        {words}
      </Floating>
    </TooltipTrigger>
  );
}
