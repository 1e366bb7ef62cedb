import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { EmptyState, ErrorNotice, Panel, SearchField, SelectField, Spinner, useSettled } from '../../../ui/index.ts';
import styles from '../administration.module.css';
import { AccountRow } from './account-row.tsx';

const filters = ['all', 'trial', 'verified', 'closed', 'suspended'] as const;
type Filter = (typeof filters)[number];

/** Accounts by name, e-mail or number, latest first. */
export function AccountsPanel() {
  const { t } = useTranslation('administration');
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const search = useSettled(typed.trim());
  const query = { ...(search ? { search } : {}), ...(filter === 'all' ? {} : { standing: filter }) };
  const found = useRead('listAccounts', { query }, { keepPrevious: true });
  return (
    <Panel title={t('accounts.title')} padding={false}>
      <div className={styles.tools}>
        <SearchField
          label={t('accounts.search')}
          placeholder={t('accounts.searchHint')}
          value={typed}
          onChange={setTyped}
          maxLength={100}
        />
        <SelectField
          label={t('accounts.filter')}
          choices={filters.map((id) => ({ id, label: t(`accounts.filter_${id}`) }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {found.isPending && <Spinner size="block" />}
      {found.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('failed')} error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      {found.data?.length === 0 && <EmptyState title={t('accounts.none')}>{t('accounts.noneWords')}</EmptyState>}
      {found.data && found.data.length > 0 && (
        <ul className={styles.cards} aria-busy={found.isPlaceholderData}>
          {found.data.map((account) => (
            <AccountRow key={account.accountId} account={account} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
