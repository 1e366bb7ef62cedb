import { useTranslation } from 'react-i18next';
import { ParticipateChoice } from '../features/boards/index.ts';
import { PageHeader, useFormats } from '../ui/index.ts';
import styles from './pages.module.css';
import { WithBoard } from './with-board.tsx';

/** `/staff/:boardId/participer`: on the day of a meeting, the call or one more patient. Source: SC-60. */
export function ParticipatePage() {
  const { t } = useTranslation('boards');
  const { meetingTime } = useFormats();
  return (
    <WithBoard>
      {(board) => (
        <div className={styles.readable}>
          <PageHeader
            title={t('participate.button')}
            documentTitle={`${t('participate.button')} – ${board.name}`}
            subtitle={
              <p>
                {board.name}
                {board.today && ` · ${meetingTime(board.today.startsAt)}`}
              </p>
            }
            back={{ href: `/staff/${board.boardId}`, label: board.name }}
          />
          <ParticipateChoice board={board} />
        </div>
      )}
    </WithBoard>
  );
}
