import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/index.ts';
import styles from './registration.module.css';

const reasons = ['name', 'rpps', 'email', 'phone', 'kept'] as const;

/** « Pourquoi nous sollicitez ces informations ? » Source: PA-17. */
export function WhyThese() {
  const { t } = useTranslation('registration');
  return (
    <details className={styles.why}>
      <summary>
        <Icon name="info" size={18} />
        {t('why.title')}
      </summary>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{t(`why.${reason}`)}</li>
        ))}
      </ul>
    </details>
  );
}
