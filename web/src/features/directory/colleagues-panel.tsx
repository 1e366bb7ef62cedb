import type { Colleague } from '@concertation/shared/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { personInitials } from '../../lib/index.ts';
import { Button, EmptyState, ErrorNotice, LinkButton, Panel, SearchField, Spinner } from '../../ui/index.ts';
import styles from './colleagues.module.css';

/** Their address is there where they show it. Source: PA-19. */
function Card({ colleague }: { colleague: Colleague }) {
  const { t } = useTranslation('directory');
  const { accountId, name, specialty, boards, organisations, email } = colleague;
  return (
    <li className={styles.card}>
      <span className={styles.initials} aria-hidden="true">
        {personInitials(name)}
      </span>
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        <p className={styles.soft}>{specialty}</p>
        {email !== null && (
          <p className={styles.address}>
            <a href={`mailto:${email}`}>{email}</a>
          </p>
        )}
        {boards.length > 0 && <p className={styles.shared}>{t('page.boards', { names: boards.join(', ') })}</p>}
        {organisations.length > 0 && (
          <p className={styles.shared}>{t('page.organisations', { names: organisations.join(', ') })}</p>
        )}
        {boards.length + organisations.length === 0 && <p className={styles.soft}>{t('page.nothing')}</p>}
        <p className={styles.write}>
          <LinkButton
            href={`/messages/nouveau?a=${accountId}`}
            size="small"
            icon="mail"
            aria-label={t('page.writeTo', { name })}
          >
            {t('page.write')}
          </LinkButton>
        </p>
      </div>
    </li>
  );
}

/** « Confrères »: those one works with, and a search among everybody. Source: SC-32. */
export function ColleaguesPanel({ onInvite }: { onInvite: () => void }) {
  const { t } = useTranslation('directory');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useRead('listColleagues', { query: search ? { search } : {} }, { keepPrevious: true });
  const count = found.data?.length ?? 0;
  return (
    <Panel
      title={t(search ? 'page.everybody' : 'page.mine')}
      padding={false}
      actions={<output className={styles.soft}>{found.data && t('page.count', { count })}</output>}
    >
      <div className={styles.tools}>
        <SearchField
          label={t('page.search')}
          placeholder={t('page.searchHint')}
          value={typed}
          onChange={setTyped}
          maxLength={80}
        />
      </div>
      {found.isPending && <Spinner size="block" />}
      {found.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('page.failed')} error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      {found.data && count === 0 && (
        <EmptyState
          title={t(search ? 'none' : 'page.empty')}
          action={
            <Button icon="mail" onPress={onInvite}>
              {t('invite.title')}
            </Button>
          }
        >
          {t(search ? 'page.noneWords' : 'page.emptyWords')}
        </EmptyState>
      )}
      {count > 0 && (
        <ul className={styles.cards} aria-busy={found.isPlaceholderData}>
          {found.data?.map((colleague) => (
            <Card key={colleague.accountId} colleague={colleague} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
