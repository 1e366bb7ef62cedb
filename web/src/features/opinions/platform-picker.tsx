import type { BoardCard } from '@concertation/shared/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { ComboField } from '../../ui/index.ts';

/** Finds an opinion platform by name, field or place. Source: SC-99. */
export function PlatformPicker({
  value,
  onChange,
  error,
}: {
  value: BoardCard | null;
  onChange: (board: BoardCard | null) => void;
  error: string | null;
}) {
  const { t } = useTranslation('opinions');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const read = useRead(
    'listBoards',
    { query: { kind: 'opinion_platform', ...(search === '' ? {} : { search }) } },
    { keepPrevious: true },
  );
  const boards = read.data ?? [];
  const noteOf = ({ field, organisation, place }: BoardCard) =>
    [field, organisation, place].filter(Boolean).join(' · ');
  const emptyWords = read.error ? t('platform.failed') : read.isFetching ? t('platform.searching') : t('platform.none');
  return (
    <ComboField
      label={t('platform.label')}
      description={value ? noteOf(value) : t('platform.help')}
      error={error}
      placeholder={t('platform.placeholder')}
      items={boards.map((board) => ({ id: board.boardId, label: board.name, note: noteOf(board) }))}
      text={value?.name ?? typed}
      onTextChange={(text) => {
        setTyped(text);
        if (value && text !== value.name) onChange(null);
      }}
      chosenId={value?.boardId ?? null}
      onChoose={(id) => {
        const board = boards.find(({ boardId }) => boardId === id);
        if (!board) return;
        setTyped(board.name);
        onChange(board);
      }}
      onClear={() => {
        setTyped('');
        onChange(null);
      }}
      emptyWords={emptyWords}
      isRequired
    />
  );
}
