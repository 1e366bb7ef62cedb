import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RequestsPanel } from '../features/opinions/index.ts';
import { PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/avis`, and `/avis?boite=envoyees` for those that I asked. */
export function OpinionsPage() {
  const { t } = useTranslation('opinions');
  const [search] = useSearchParams();
  return (
    <div className={styles.readable}>
      <PageHeader title={t('title')} subtitle={<p>{t('words')}</p>} />
      <RequestsPanel box={search.get('boite') === 'envoyees' ? 'sent' : 'received'} />
    </div>
  );
}
