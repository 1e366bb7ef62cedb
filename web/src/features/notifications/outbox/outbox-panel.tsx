import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { EmptyState, ErrorNotice, Panel, SearchField, Spinner } from '../../../ui/index.ts';
import { MailRow } from './mail-row.tsx';
import styles from './outbox.module.css';

const everyMs = 10_000;

/** What each would have received, in a demonstration. */
export function OutboxPanel() {
  const { t } = useTranslation('notifications');
  const outbox = useRead('listOutbox', undefined, { refreshEvery: everyMs });
  const [search, setSearch] = useState('');
  const sought = search.trim().toLowerCase();
  const found = (outbox.data ?? []).filter(({ recipient, subject }) =>
    `${recipient} ${subject}`.toLowerCase().includes(sought),
  );
  return (
    <Panel title={t('outbox.latest')} padding={false}>
      <div className={styles.tools}>
        <SearchField
          label={t('outbox.search')}
          placeholder={t('outbox.searchHint')}
          value={search}
          onChange={setSearch}
        />
      </div>
      {outbox.isPending && <Spinner size="block" />}
      {outbox.error && (
        <div className={styles.tools}>
          <ErrorNotice error={outbox.error} onRetry={() => void outbox.refetch()} />
        </div>
      )}
      {outbox.data?.length === 0 && <EmptyState title={t('outbox.none')}>{t('outbox.noneWords')}</EmptyState>}
      {outbox.data && outbox.data.length > 0 && found.length === 0 && <EmptyState title={t('outbox.notFound')} />}
      <ul>
        {found.map((mail) => (
          <MailRow key={mail.mailId} mail={mail} />
        ))}
      </ul>
    </Panel>
  );
}
