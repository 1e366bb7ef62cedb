import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../ui/index.ts';
import styles from './frame.module.css';
import { useOnline } from './use-online.ts';

/** What concerns the whole frame: that this is a demonstration, that the network is away. */
export function Notices({ demonstration }: { demonstration: boolean }) {
  const { t } = useTranslation('app');
  const online = useOnline();
  return (
    <>
      {demonstration && (
        <p className={styles.demonstration}>
          {t('demonstration')} <Link to="/courriels">{t('demonstrationMails')}</Link>
        </p>
      )}
      <output className={styles.network}>
        {!online && (
          <span className={styles.offline}>
            <Icon name="warning" size={18} />
            <span>
              <strong>{t('offline.title')}</strong> {t('offline.words')}
            </span>
          </span>
        )}
      </output>
    </>
  );
}
