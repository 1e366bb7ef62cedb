import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CohortsPanel, CreateCohortButton } from '../features/cohorts/index.ts';
import { PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/cohortes` */
export function CohortsPage() {
  const { t } = useTranslation('cohorts');
  const navigate = useNavigate();
  return (
    <div className={styles.readable}>
      <PageHeader
        title={t('title')}
        subtitle={<p>{t('words')}</p>}
        actions={<CreateCohortButton onCreated={(cohortId) => void navigate(`/cohortes/${cohortId}`)} />}
      />
      <CohortsPanel />
    </div>
  );
}
