import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { ChoiceField, EmptyState, ErrorNotice, LinkButton, Panel, SearchField, Spinner } from '../../../ui/index.ts';
import { useSettled } from '../words/use-settled.ts';
import { BoardRow } from './board-row.tsx';
import styles from './boards.module.css';

function Nothing({ search, mine }: { search: string; mine: boolean }) {
  const { t } = useTranslation('boards');
  if (search)
    return <EmptyState title={t('list.none')}>{t(mine ? 'list.noneMine' : 'list.noneWords', { search })}</EmptyState>;
  return (
    <EmptyState
      title={t(mine ? 'list.emptyMine' : 'list.empty')}
      action={
        <LinkButton href="/staff/nouveau" icon="add">
          {t('list.create')}
        </LinkButton>
      }
    >
      {t('list.emptyWords')}
    </EmptyState>
  );
}

/** The boards one may present to, one's own first, and the search for one that is not shown. Source: SC-34, SC-61, SC-62. */
export function BoardsPanel() {
  const { t } = useTranslation('boards');
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<'all' | 'mine'>('all');
  const search = useSettled(typed);
  const mine = shown === 'mine';
  const boards = useRead(
    'listBoards',
    { query: { ...(search ? { search } : {}), ...(mine ? { mine: 'true' as const } : {}) } },
    { keepPrevious: true, refreshEvery: 60_000 },
  );
  return (
    <Panel padding={false}>
      <search className={styles.tools}>
        <SearchField
          label={t('list.search')}
          placeholder={t('list.searchHint')}
          value={typed}
          onChange={setTyped}
          maxLength={100}
        />
        <ChoiceField
          label={t('list.show')}
          choices={[
            { id: 'all', label: t('list.all') },
            { id: 'mine', label: t('list.mine') },
          ]}
          value={shown}
          onChange={setShown}
        />
        <output className={styles.count}>
          {boards.data && search !== '' && t('list.found', { count: boards.data.length })}
        </output>
      </search>
      {boards.isPending && <Spinner size="block" />}
      {boards.error && (
        <div className={styles.inset}>
          <ErrorNotice title={t('list.failed')} error={boards.error} onRetry={() => void boards.refetch()} />
        </div>
      )}
      {boards.data?.length === 0 && <Nothing search={search} mine={mine} />}
      {boards.data && boards.data.length > 0 && (
        <ul className={styles.rows} aria-busy={boards.isPlaceholderData}>
          {boards.data.map((board) => (
            <BoardRow key={board.boardId} board={board} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
