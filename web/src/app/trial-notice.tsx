import type { Me } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { daysLeft } from '../lib/index.ts';
import styles from './frame.module.css';

/** « Compte d’essai : il reste N jours », on every page of a trial account. Source: SC-22, SC-23. */
export function TrialNotice({ me }: { me: Me }) {
  const { t } = useTranslation('app');
  if (me.standing !== 'trial' || me.trialEndsAt === null) return null;
  return (
    <p className={styles.trial}>
      {t('trial.left', { count: daysLeft(me.trialEndsAt) })} <Link to="/compte#justificatif">{t('trial.proof')}</Link>
    </p>
  );
}
