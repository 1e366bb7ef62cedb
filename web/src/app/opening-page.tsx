import { useTranslation } from 'react-i18next';
import { BrandMark, Spinner } from '../ui/index.ts';
import styles from './opening-page.module.css';

/** While the application finds out who is there. */
export function OpeningPage() {
  const { t } = useTranslation('app');
  return (
    <main className={styles.page}>
      <BrandMark size={48} />
      <Spinner label={t('opening')} />
    </main>
  );
}
