import type { FailedDelivery } from '@concertation/shared/contracts';
import { useId, useState } from 'react';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { Button, ErrorNotice, Notice } from '../../ui/index.ts';
import styles from './deliveries.module.css';

/** The recipients of one report that it did not reach, and the page where that is solved. */
function FailedReport({ failures }: { failures: [FailedDelivery, ...FailedDelivery[]] }) {
  const [{ reportId, documentNumber, boardName }] = failures;
  return (
    <li>
      <Link href={`/comptes-rendus/${reportId}`}>
        {documentNumber} · {boardName}
      </Link>{' '}
      <span className={styles.soft}>{failures.map(({ name }) => name).join(', ')}</span>
    </li>
  );
}

/**
 * « N comptes-rendus n’ont pas atteint leur destinataire », for who answers for them, until each is solved; nothing to
 * who has none. Source: CM-37, CM-38.
 */
export function FailedDeliveries() {
  const { t } = useTranslation('deliveries');
  const list = useId();
  const [isShown, setShown] = useState(false);
  const read = useRead('listFailedDeliveries', undefined, { refreshEvery: 60_000 });
  if (read.error && !read.data)
    return (
      <div className={styles.notice}>
        <ErrorNotice title={t('home.failed')} error={read.error} onRetry={() => void read.refetch()} />
      </div>
    );
  const reports = [...Map.groupBy(read.data ?? [], ({ reportId }) => reportId).values()];
  if (reports.length === 0) return null;
  return (
    <div className={styles.notice}>
      <Notice
        tone="warning"
        title={t('home.title', { count: reports.length })}
        actions={
          <Button
            size="small"
            icon={isShown ? 'chevronUp' : 'chevronDown'}
            aria-expanded={isShown}
            {...(isShown ? { 'aria-controls': list } : {})}
            onPress={() => setShown(!isShown)}
          >
            {t(isShown ? 'home.hide' : 'home.show')}
          </Button>
        }
      >
        <p>{t('home.words')}</p>
        {isShown && (
          <ul id={list} className={styles.failures} aria-label={t('home.list')}>
            {reports.map((failures) => (
              <FailedReport key={failures[0]?.reportId} failures={failures as [FailedDelivery, ...FailedDelivery[]]} />
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
