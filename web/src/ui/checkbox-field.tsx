import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps } from 'react-aria-components';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

/** Yes or no, with its sentence beside the box. */
export function CheckboxField({
  children,
  ...props
}: Omit<CheckboxProps, 'children' | 'className'> & { children: ReactNode }) {
  return (
    <Checkbox {...props} className={styles.choice ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={styles.box} aria-hidden="true">
            {isSelected && <Icon name="check" size={16} />}
          </span>
          <span>{children}</span>
        </>
      )}
    </Checkbox>
  );
}
