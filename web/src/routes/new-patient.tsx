import { useTranslation } from 'react-i18next';
import { StepBar } from '../features/presenting/index.ts';
import { PageHeader } from '../ui/index.ts';
import { NewCase } from './new-case.tsx';
import styles from './pages.module.css';

/** `/patients/nouveau`: the first step, for a patient not yet presented anywhere. */
export function NewPatientPage() {
  const { t } = useTranslation('patients');
  return (
    <div className={styles.narrow}>
      <PageHeader title={t('page.title')} subtitle={t('page.words')} back={{ href: '/', label: t('page.back') }} />
      <StepBar step={1} />
      <NewCase meetingId={null} />
    </div>
  );
}
