import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { MeetingsPanel, PatientsPanel } from '../features/home/index.ts';
import { classNames, PageHeader, useFormats } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/`, and `/#reunions` for who comes for the meetings. A wide screen shows both; a narrow one, what was asked for. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { day } = useFormats();
  const { hash, key } = useLocation();
  const wantsMeetings = hash === '#reunions';
  const [today] = useState(() => new Date().toISOString());
  useEffect(() => {
    if (wantsMeetings) document.getElementById('reunions')?.focus({ preventScroll: true });
  }, [wantsMeetings, key]);
  return (
    <>
      <PageHeader title={t('title')} subtitle={<p className={styles.today}>{day(today)}</p>} />
      <div className={classNames(styles.columns, styles.home)} data-view={wantsMeetings ? 'meetings' : 'patients'}>
        <PatientsPanel />
        <MeetingsPanel />
      </div>
    </>
  );
}
