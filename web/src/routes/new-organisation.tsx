import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CreateOrganisation } from '../features/organisations/index.ts';
import { PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/organisations/nouvelle` */
export function NewOrganisationPage() {
  const { t } = useTranslation('organisations');
  const navigate = useNavigate();
  return (
    <div className={styles.narrow}>
      <PageHeader
        title={t('form.createTitle')}
        subtitle={<p>{t('form.createWords')}</p>}
        back={{ href: '/organisations', label: t('back') }}
      />
      <CreateOrganisation onCreated={(id) => void navigate(`/organisations/${id}`)} />
    </div>
  );
}
