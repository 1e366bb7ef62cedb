import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { Badge, ErrorNotice, Panel, Spinner, useFormats } from '../../../ui/index.ts';
import styles from './connection-test.module.css';

/** « Mon dernier test de connexion », with its date. */
export function LatestTestPanel() {
  const { t } = useTranslation('notifications');
  const { moment } = useFormats();
  const latest = useRead('readConnectionTest');
  return (
    <Panel title={t('connection.latest.title')}>
      {latest.isPending && <Spinner size="block" />}
      {latest.error && <ErrorNotice error={latest.error} onRetry={() => void latest.refetch()} />}
      {latest.data === null && <p className={styles.soft}>{t('connection.latest.none')}</p>}
      {latest.data && (
        <p className={styles.latest}>
          <time dateTime={latest.data.at}>{moment(latest.data.at)}</time>{' '}
          <Badge tone={latest.data.passed ? 'success' : 'warning'}>
            {t(latest.data.passed ? 'connection.latest.passed' : 'connection.latest.failed')}
          </Badge>
        </p>
      )}
    </Panel>
  );
}
