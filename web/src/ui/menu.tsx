import type { ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './popover.module.css';

export type MenuEntry = {
  id: string;
  label: string;
  icon?: IconName;
  /** Internal path; the entry is then a link. */
  href?: string;
  onAction?: () => void;
  isDisabled?: boolean;
  isDangerous?: boolean;
};

/** A group of entries; with `selected`, they are choices of which one is on. */
export type MenuGroup = { id: string; title?: string; selected?: string; entries: readonly MenuEntry[] };

export type MenuProps = {
  /** What the menu is about, for assistive technology. */
  label: string;
  /** The button that opens it: a `Button` of ui. */
  trigger: ReactNode;
  /** Above the entries: who is signed in, for instance. */
  header?: ReactNode;
  groups: readonly MenuGroup[];
  placement?: PopoverProps['placement'];
};

/** A list of actions that a button opens. */
export function Menu({ label, trigger, header, groups, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement={placement}>
        {header !== undefined && <div className={styles.header}>{header}</div>}
        <AriaMenu aria-label={label} className={styles.list ?? ''}>
          {groups.map((group) => (
            <MenuSection
              key={group.id}
              id={group.id}
              className={styles.section ?? ''}
              {...(group.title === undefined ? { 'aria-label': label } : {})}
              {...(group.selected === undefined
                ? {}
                : { selectionMode: 'single' as const, selectedKeys: [group.selected], disallowEmptySelection: true })}
            >
              {group.title !== undefined && <Header className={styles.sectionTitle}>{group.title}</Header>}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  className={classNames(styles.item, entry.isDangerous && styles.dangerous)}
                  {...(entry.href === undefined ? {} : { href: entry.href })}
                  {...(entry.onAction === undefined ? {} : { onAction: entry.onAction })}
                  {...(entry.isDisabled === undefined ? {} : { isDisabled: entry.isDisabled })}
                >
                  {({ isSelected }) => (
                    <>
                      {group.selected !== undefined && (
                        <span className={styles.mark}>{isSelected && <Icon name="check" size={16} />}</span>
                      )}
                      {entry.icon && <Icon name={entry.icon} size={18} />}
                      {entry.label}
                    </>
                  )}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
