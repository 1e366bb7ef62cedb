import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link, type LinkProps } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { Spinner } from './spinner.tsx';

type Look = {
  /** One `primary` a screen; `danger` only for what cannot be taken back. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  size?: 'medium' | 'small' | undefined;
  icon?: IconName | undefined;
  /** Without children the button shows only its icon: then `aria-label` is needed. */
  children?: ReactNode;
};

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className'> &
  Look & { className?: string | undefined; ref?: Ref<HTMLButtonElement> };

function look({ variant = 'secondary', size = 'medium', children }: Look, className?: string): string {
  return classNames(
    styles.button,
    styles[variant],
    size === 'small' && styles.small,
    children === undefined && styles.icon,
    className,
  );
}

/**
 * A button. `isPending` keeps the focus, says « En cours… » and ignores presses and Enter. The library's own pending
 * state is not used: it leaves an unnamed image in the page once the button is gone.
 */
export function Button({ variant, size, icon, children, className, isPending = false, ...props }: ButtonProps) {
  const { t } = useTranslation('ui');
  const idle = isPending ? { type: 'button' as const, onPress: () => undefined, 'aria-disabled': true } : {};
  return (
    <AriaButton
      {...props}
      {...idle}
      className={classNames(look({ variant, size, children }, className), isPending && styles.pending)}
    >
      {isPending ? (
        <Spinner label={t('pending')} size="small" />
      ) : (
        icon && <Icon name={icon} size={size === 'small' ? 18 : 20} />
      )}
      {children}
    </AriaButton>
  );
}

export type LinkButtonProps = Omit<LinkProps, 'children' | 'className'> &
  Look & { className?: string | undefined; ref?: Ref<HTMLAnchorElement> };

/** A link that looks like a button; `href` is an internal path, or an address with `target` or `download`. */
export function LinkButton({ variant, size, icon, children, className, ...props }: LinkButtonProps) {
  return (
    <Link {...props} className={look({ variant, size, children }, className)}>
      {icon && <Icon name={icon} size={size === 'small' ? 18 : 20} />}
      {children}
    </Link>
  );
}
