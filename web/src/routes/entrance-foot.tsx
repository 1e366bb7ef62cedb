import { useTranslation } from 'react-i18next';
import { HelpContacts } from '../features/organisations/index.ts';
import { supportedBrowsers } from '../lib/index.ts';
import styles from './entrance.module.css';

/** At the foot of the ways in: whom to ask, and which browsers the product works in. Source: SC-06, SC-07. */
export function EntranceFoot() {
  const { t } = useTranslation('account');
  return (
    <footer className={styles.section}>
      <HelpContacts />
      <p className={styles.browsers}>{t('signIn.browsers', supportedBrowsers)}</p>
    </footer>
  );
}
