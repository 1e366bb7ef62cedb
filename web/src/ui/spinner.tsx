import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import styles from './spinner.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Says that something is on its way. `block` fills a waiting panel; `small` stands inside a button, its words unseen. */
export function Spinner({ label, size = 'medium' }: { label?: string; size?: 'small' | 'medium' | 'block' }) {
  const { t } = useTranslation('ui');
  const words = label ?? t('loading');
  return (
    <output className={classNames(styles.spinner, size !== 'medium' && styles[size])}>
      <span className={styles.turning} aria-hidden="true" />
      {size === 'small' ? <VisuallyHidden>{words}</VisuallyHidden> : words}
    </output>
  );
}
