import type { BoardCard } from '@concertation/shared/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRead } from '../../api/index.ts';
import { Button, ComboField, Dialog, ErrorNotice, useToast } from '../../ui/index.ts';
import { BoardDates } from './board-dates.tsx';
import styles from './presenting.module.css';

function BoardSearch({ value, onChange }: { value: BoardCard | null; onChange: (board: BoardCard | null) => void }) {
  const { t } = useTranslation('presenting');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const read = useRead(
    'listBoards',
    { query: { kind: 'meeting', ...(search ? { search } : {}) } },
    { keepPrevious: true },
  );
  const boards = read.data ?? [];
  const note = ({ organisation, field, place }: BoardCard) => [field, organisation, place].filter(Boolean).join(' · ');
  const emptyWords = read.error ? t('boards.failed') : read.isFetching ? t('boards.searching') : t('boards.none');
  return (
    <ComboField
      label={t('boards.label')}
      isRequired
      description={value ? note(value) : t('boards.help')}
      placeholder={t('boards.placeholder')}
      items={boards.map((board) => ({ id: board.boardId, label: board.name, note: note(board) }))}
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
    />
  );
}

/** « + »: submits the same patient to another board, at one of its dates. Nothing is typed again. Source: SC-70. */
export function ChooseBoardDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation('presenting');
  const { show } = useToast();
  const [board, setBoard] = useState<BoardCard | null>(null);
  const [meetingId, setMeetingId] = useState<string | null>(null);
  const choose = useCommand('choosePresentation', { refreshes: ['listCasePresentations', 'listBoardMeetings'] });
  const runs = board?.roles.some((role) => ['coordinator', 'delegate', 'secretary'].includes(role)) ?? false;
  const send = () =>
    meetingId &&
    choose.mutate(
      { params: { caseId }, body: { meetingId } },
      {
        onSuccess: () => {
          show({ tone: 'success', message: t('boards.chosen', { board: board?.name ?? '' }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t('boards.title')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={!meetingId} isPending={choose.isPending} onPress={send}>
            {t('boards.choose')}
          </Button>
        </>
      }
    >
      <div className={styles.questions}>
        <BoardSearch
          value={board}
          onChange={(chosen) => {
            setBoard(chosen);
            setMeetingId(null);
            choose.reset();
          }}
        />
        {board && (
          <BoardDates
            key={board.boardId}
            boardId={board.boardId}
            runs={runs}
            value={meetingId}
            onChange={setMeetingId}
          />
        )}
        {choose.error && <ErrorNotice error={choose.error} />}
      </div>
    </Dialog>
  );
}
