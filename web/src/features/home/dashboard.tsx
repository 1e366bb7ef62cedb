import { type ReactNode, useState } from 'react';
import styles from './dashboard.module.css';
import { noFilters, type PatientFilters } from './patient-filters.ts';
import { PatientsPanel } from './patients-panel.tsx';
import { PatientsSummary } from './patients-summary.tsx';

/**
 * Who one is and how many patients one has at the left, the patients in the centre, `meetings` beside; one below the
 * other where there is no room. Source: SC-26, SC-48 to SC-51.
 */
export function Dashboard({ name, meetings }: { name: string; meetings: ReactNode }) {
  const [filters, setFilters] = useState<PatientFilters>(noFilters);
  return (
    <div className={styles.dashboard}>
      <PatientsSummary name={name} filters={filters} onChange={setFilters} />
      <PatientsPanel filters={filters} onChange={setFilters} />
      {meetings}
    </div>
  );
}
