import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useRead } from '../api/index.ts';
import { FailedDeliveries } from '../features/deliveries/index.ts';
import { Dashboard, MeetingsPanel } from '../features/home/index.ts';
import { LinkButton, PageHeader, useFormats } from '../ui/index.ts';
import styles from './pages.module.css';

/** `/`: my patients, and my meetings beside or below; `/#reunions` goes straight to these. Source: SC-26. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { day } = useFormats();
  const { hash, key } = useLocation();
  const me = useRead('readMe');
  const [today] = useState(() => new Date().toISOString());
  useEffect(() => {
    if (hash === '#reunions') document.getElementById('reunions')?.focus();
  }, [hash, key]);
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={<p className={styles.today}>{day(today)}</p>}
        actions={
          <span className={styles.below}>
            <LinkButton href="/#reunions" icon="calendar">
              {t('meetings.title')}
            </LinkButton>
          </span>
        }
      />
      <FailedDeliveries />
      <Dashboard name={me.data?.name ?? ''} meetings={<MeetingsPanel />} />
    </>
  );
}
