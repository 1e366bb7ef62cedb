import type { Me } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/index.ts';
import styles from './account.module.css';

/** How colleagues see this person. */
export function ProfilePanel({ me }: { me: Me }) {
  const { t } = useTranslation('account');
  return (
    <Panel title={t('page.profile')}>
      <dl className={styles.facts}>
        <dt>{t('page.name')}</dt>
        <dd>{me.name}</dd>
        <dt>{t('page.specialty')}</dt>
        <dd>{me.specialty}</dd>
        <dt>{t('page.email')}</dt>
        <dd>{me.email}</dd>
      </dl>
    </Panel>
  );
}
