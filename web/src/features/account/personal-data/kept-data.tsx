import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './personal-data.module.css';

const kinds = ['identity', 'contact', 'ways', 'validation', 'messages', 'conversations', 'audit', 'words'] as const;

/** What is kept of an account, why, how long, and whom to write to. Source: SC-44, domain 6.1 and 6.2. */
export function KeptData({ contacts }: { contacts: ReactNode }) {
  const { t } = useTranslation('account');
  return (
    <>
      <div className={styles.part}>
        <h3 className={styles.heading}>{t('personalData.kept')}</h3>
        <p className={styles.soft}>{t('personalData.keptWords')}</p>
        <ul className={styles.kept}>
          {kinds.map((kind) => (
            <li key={kind}>
              <p className={styles.what}>{t(`personalData.what_${kind}`)}</p>
              <dl className={styles.reasons}>
                <dt>{t('personalData.why')}</dt>
                <dd>{t(`personalData.why_${kind}`)}</dd>
                <dt>{t('personalData.howLong')}</dt>
                <dd>{t(`personalData.howLong_${kind}`)}</dd>
              </dl>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.part}>
        <h3 className={styles.heading}>{t('personalData.contact')}</h3>
        <p className={styles.soft}>{t('personalData.contactWords')}</p>
        {contacts}
      </div>
    </>
  );
}
