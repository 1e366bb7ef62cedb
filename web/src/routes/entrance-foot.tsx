import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HelpContacts } from '../features/organisations/index.ts';
import { supportedBrowsers } from '../lib/index.ts';
import styles from './entrance.module.css';

/** At the foot of the ways in: whom to ask, and which browsers the product works in. Source: SC-06, SC-07, PA-14. */
export function EntranceFoot() {
  const { t } = useTranslation('signingIn');
  return (
    <footer className={styles.section}>
      <p className={styles.other}>
        <Link to="/conditions">{t('terms')}</Link>
      </p>
      <p className={styles.other}>
        <Link to="/verifier">{t('verify')}</Link>
      </p>
      <h2 className={styles.help}>{t('assistance')}</h2>
      <HelpContacts />
      <p className={styles.browsers}>{t('browsers', supportedBrowsers)}</p>
    </footer>
  );
}
