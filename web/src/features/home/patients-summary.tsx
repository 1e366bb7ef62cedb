import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { CheckboxField, Panel } from '../../ui/index.ts';
import styles from './dashboard.module.css';
import type { PatientFilters } from './patient-filters.ts';

/** The reader's name, under it the total of their patients, and the two boxes that filter them. Source: SC-48, SC-49. */
export function PatientsSummary({
  name,
  filters,
  onChange,
}: {
  name: string;
  filters: PatientFilters;
  onChange: (filters: PatientFilters) => void;
}) {
  const { t } = useTranslation('home');
  const cases = useRead('listCases', { query: {} });
  return (
    <Panel className={styles.summary}>
      <p className={styles.me}>{name}</p>
      <p className={styles.total}>
        {cases.data ? t('patients.count', { count: cases.data.total }) : t('patients.counting')}
      </p>
      <fieldset className={styles.filters}>
        <legend className={styles.legend}>{t('filters.title')}</legend>
        <CheckboxField isSelected={filters.pending} onChange={(pending) => onChange({ ...filters, pending })}>
          {t('filters.pending')}
        </CheckboxField>
        <CheckboxField isSelected={filters.answered} onChange={(answered) => onChange({ ...filters, answered })}>
          {t('filters.answered')}
        </CheckboxField>
      </fieldset>
    </Panel>
  );
}
