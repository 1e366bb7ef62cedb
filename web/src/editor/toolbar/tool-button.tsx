import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { classNames, Icon, type IconName } from '../../ui/index.ts';
import styles from './section-toolbar.module.css';

export type ToolButtonProps = {
  icon: IconName;
  label: string;
  /** The shortcut, in words. */
  keys?: string;
  /** On or off; left out for a button that only acts. */
  selected?: boolean;
  disabled?: boolean;
  onPress: () => void;
};

/** A button of the toolbar: its drawing, its name, and a hint with its shortcut. It leaves the selection where it is. */
export function ToolButton({ icon, label, keys, selected, disabled = false, onPress }: ToolButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <ToggleButton
        aria-label={label}
        preventFocusOnPress
        isDisabled={disabled}
        isSelected={selected ?? false}
        onPress={onPress}
        className={classNames(styles.tool, selected && styles.on)}
        {...(keys ? { 'aria-keyshortcuts': keys } : {})}
      >
        <Icon name={icon} size={18} />
      </ToggleButton>
      <Tooltip className={styles.hint ?? ''} offset={6}>
        {label}
        {keys && <kbd className={styles.keys}>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
