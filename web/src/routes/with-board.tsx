import type { BoardDetail } from '@concertation/shared/contracts';
import { identifier } from '@concertation/shared/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { ErrorNotice, Spinner } from '../ui/index.ts';
import { NotFoundPage } from './not-found.tsx';

function Read({ boardId, children }: { boardId: string; children: (board: BoardDetail) => ReactNode }) {
  const { t } = useTranslation('boards');
  const board = useRead('readBoard', { params: { boardId } }, { refreshEvery: 60_000 });
  if (board.error?.code === 'not_found') return <NotFoundPage />;
  if (board.data) return children(board.data);
  return board.error ? (
    <ErrorNotice error={board.error} onRetry={() => void board.refetch()} />
  ) : (
    <Spinner size="block" label={t('loading')} />
  );
}

/** A page about the board that the address names: read, waited for, or said to lead nowhere. */
export function WithBoard({ children }: { children: (board: BoardDetail) => ReactNode }) {
  const { boardId = '' } = useParams();
  if (!identifier.safeParse(boardId).success) return <NotFoundPage />;
  return (
    <Read key={boardId} boardId={boardId}>
      {children}
    </Read>
  );
}
