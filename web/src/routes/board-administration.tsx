import { useTranslation } from 'react-i18next';
import { useRead } from '../api/index.ts';
import { AdministrationForm } from '../features/boards/index.ts';
import { LinkButton, Notice, PageHeader } from '../ui/index.ts';
import { WithBoard } from './with-board.tsx';

/** `/staff/:boardId/administration`: what a board decides, for its coordinator. Source: OO-44. */
export function BoardAdministrationPage() {
  const { t } = useTranslation('boards');
  const me = useRead('readMe');
  return (
    <WithBoard>
      {(board) => (
        <>
          <PageHeader
            title={t('administration.title')}
            documentTitle={`${t('administration.title')} – ${board.name}`}
            subtitle={<p>{board.name}</p>}
            back={{ href: `/staff/${board.boardId}`, label: board.name }}
          />
          {!board.abilities.includes('board.manage') ? (
            <Notice
              tone="warning"
              title={t('administration.denied')}
              actions={<LinkButton href={`/staff/${board.boardId}`}>{board.name}</LinkButton>}
            >
              <p>{t('administration.deniedWords')}</p>
            </Notice>
          ) : (
            me.data && <AdministrationForm board={board} accountId={me.data.accountId} />
          )}
        </>
      )}
    </WithBoard>
  );
}
