import type { BoardDetail } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import {
  BoardCharter,
  BoardFactsPanel,
  InvitationsPanel,
  MembersPanel,
  PresentButton,
  useBoardWords,
} from '../features/boards/index.ts';
import { ColleaguePicker } from '../features/directory/index.ts';
import { BoardMeetingsPanel } from '../features/planning/index.ts';
import { LinkButton, Notice, PageHeader } from '../ui/index.ts';
import styles from './pages.module.css';
import { WithBoard } from './with-board.tsx';

function Board({ board }: { board: BoardDetail }) {
  const { t } = useTranslation('boards');
  const words = useBoardWords();
  const { boardId, name, kind, organisation, abilities, settings } = board;
  const plans = abilities.includes('board.plan');
  const meets = kind !== 'opinion_platform';
  return (
    <>
      <PageHeader
        title={name}
        subtitle={<p>{[words.kind(kind), organisation].filter(Boolean).join(' · ')}</p>}
        back={{ href: '/staff', label: t('back') }}
        actions={
          <>
            {abilities.includes('board.manage') && (
              <LinkButton href={`/staff/${boardId}/administration`} icon="edit">
                {t('administrationLink')}
              </LinkButton>
            )}
            <PresentButton board={board} isMain={!plans} />
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          {meets ? <BoardMeetingsPanel boardId={boardId} canPlan={plans} /> : <Notice title={t('present.platform')} />}
          <BoardCharter charter={settings.charter} />
          <MembersPanel board={board} renderPicker={(slot) => <ColleaguePicker {...slot} />} />
        </div>
        <div className={styles.stack}>
          <BoardFactsPanel board={board} />
          <InvitationsPanel board={board} />
        </div>
      </div>
    </>
  );
}

/** `/staff/:boardId`: a board, its dates, its people. */
export function BoardPage() {
  return <WithBoard>{(board) => <Board board={board} />}</WithBoard>;
}
