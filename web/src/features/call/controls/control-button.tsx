import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { classNames, Icon, type IconName, Tooltip, VisuallyHidden } from '../../../ui/index.ts';
import styles from './controls.module.css';

/**
 * One command of the call: an icon over its words. `does` is the command when the words shown are a state (« Micro
 * coupé »: « Activer le micro »); `children` marks a count in its corner.
 */
export function ControlButton({
  icon,
  words,
  does,
  tone,
  hint,
  shortcut,
  isOpen,
  onPress,
  children,
  isCompact = false,
}: {
  icon: IconName;
  words: string;
  does?: string;
  tone?: 'on' | 'off' | 'danger' | undefined;
  hint?: string;
  shortcut?: string;
  /** For what opens a part of the screen beside. */
  isOpen?: boolean;
  onPress?: () => void;
  children?: ReactNode;
  /** Beside faces and on a telephone it is drawn without its words, which a tooltip then shows. */
  isCompact?: boolean;
}) {
  const button = (
    <Button
      className={classNames(styles.control, tone && styles[tone], isCompact && styles.compact)}
      {...(hint === undefined ? {} : { 'aria-description': hint })}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
      {...(isOpen === undefined ? {} : { 'aria-expanded': isOpen })}
      {...(onPress === undefined ? {} : { onPress })}
    >
      <Icon name={icon} size={22} />
      {does !== undefined && <VisuallyHidden>{does}. </VisuallyHidden>}
      <span className={styles.words}>{words}</span>
      {children}
    </Button>
  );
  return isCompact ? <Tooltip words={does ?? words}>{button}</Tooltip> : button;
}
