import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover, type PopoverProps } from 'react-aria-components';
import styles from './popover.module.css';

/** What a button opens beside it and that is more than a menu: text, links, buttons. Escape and a press outside close it. */
export function FloatingPanel({
  label,
  trigger,
  placement = 'bottom end',
  children,
}: {
  /** What it holds, for assistive technology. */
  label: string;
  /** The button that opens it: a `Button` of ui. */
  trigger: ReactNode;
  placement?: PopoverProps['placement'];
  children: (close: () => void) => ReactNode;
}) {
  return (
    <DialogTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement={placement}>
        <Dialog aria-label={label} className={styles.floating ?? ''}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
