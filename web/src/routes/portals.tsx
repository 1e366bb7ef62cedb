import { useTranslation } from 'react-i18next';
import { HelpContacts } from '../features/organisations/index.ts';
import { PortalsList, PortalWays } from '../features/portal/index.ts';
import { useDocumentTitle } from '../ui/index.ts';
import styles from './public-frame.module.css';
import { PublicFrame } from './public-frame.tsx';

/** `/portails` */
export function PortalsPage() {
  const { t } = useTranslation('portal');
  useDocumentTitle(t('list.title'));
  return (
    <PublicFrame>
      <div className={styles.words}>
        <h1>{t('list.title')}</h1>
        <p>{t('list.words')}</p>
      </div>
      <PortalsList />
      <PortalWays />
      <HelpContacts />
    </PublicFrame>
  );
}
