import { useTranslation } from 'react-i18next';
import { OrganisationsPanel } from '../features/organisations/index.ts';
import { LinkButton, PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/organisations` */
export function OrganisationsPage() {
  const { t } = useTranslation('organisations');
  return (
    <div className={styles.readable}>
      <PageHeader
        title={t('title')}
        subtitle={<p>{t('words')}</p>}
        actions={
          <LinkButton href="/organisations/nouvelle" icon="add">
            {t('list.create')}
          </LinkButton>
        }
      />
      <OrganisationsPanel />
    </div>
  );
}
