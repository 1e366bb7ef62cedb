import type { Person } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRead } from '../api/index.ts';
import { ColleaguePicker } from '../features/directory/index.ts';
import { NewPatientForm } from '../features/patients/index.ts';
import { PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/patients/nouveau` */
export function NewPatientPage() {
  const { t } = useTranslation('patients');
  const navigate = useNavigate();
  const me = useRead('readMe');
  const [referent, setReferent] = useState<Person | null>(null);
  return (
    <div className={styles.narrow}>
      <PageHeader title={t('page.title')} subtitle={t('page.words')} back={{ href: '/', label: t('page.back') }} />
      <NewPatientForm
        referentId={referent?.accountId ?? null}
        referentField={
          <ColleaguePicker
            label={t('page.referent')}
            description={t('page.referentWords')}
            value={referent}
            onChange={setReferent}
            excluded={me.data ? [me.data.accountId] : []}
          />
        }
        onCreated={(caseId) => void navigate(`/dossiers/${caseId}`)}
      />
    </div>
  );
}
