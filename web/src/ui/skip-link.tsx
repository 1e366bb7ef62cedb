import { useTranslation } from 'react-i18next';
import styles from './skip-link.module.css';

/** First in the page for the keyboard: goes straight to the content, whose element has this id and `tabIndex={-1}`. */
export function SkipLink({ target = 'main' }: { target?: string }) {
  const { t } = useTranslation('ui');
  return (
    <a
      className={styles.skip}
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      {t('skip')}
    </a>
  );
}
