import type { BoardDetail, BoardMeeting } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useRead } from '../api/index.ts';
import { BoardDates, ChooseCase, openDates, StepBar } from '../features/presenting/index.ts';
import { ChoiceField, ErrorNotice, Notice, PageHeader, Panel, Spinner } from '../ui/index.ts';
import { NewCase } from './new-case.tsx';
import { NotFoundPage } from './not-found.tsx';
import styles from './pages.module.css';
import { usePrepare } from './use-prepare.ts';

const kinds = ['new', 'existing'] as const;
type Kind = (typeof kinds)[number];

function Existing({ meetingId }: { meetingId: string | null }) {
  const { t } = useTranslation('presenting');
  const { choosing, choose } = usePrepare();
  if (!meetingId) return <Notice>{t('page.chooseDate')}</Notice>;
  return (
    <Panel title={t('page.existing')}>
      <ChooseCase choosing={choosing} onChoose={({ caseId }) => void choose(caseId, meetingId)} />
    </Panel>
  );
}

function Present({ board, meetings }: { board: BoardDetail; meetings: readonly BoardMeeting[] }) {
  const { t } = useTranslation('presenting');
  const [search, setSearch] = useSearchParams();
  const runs = board.abilities.includes('board.plan');
  const dates = openDates(meetings, runs);
  // The next date that registers, until another one is asked for.
  const asked = dates.find((meeting) => meeting.meetingId === search.get('reunion'));
  const chosen = asked ?? dates.find(({ registers }) => registers) ?? dates[0];
  const [kind, setKind] = useState<Kind>('new');
  const meetingId = chosen?.meetingId ?? null;
  return (
    <div className={styles.narrow}>
      <PageHeader
        title={t('page.titleTo', { board: board.name })}
        subtitle={[board.organisation, board.field, board.place].filter(Boolean).join(' · ')}
        back={{ href: '/', label: t('page.home') }}
      />
      <StepBar step={1} />
      <div className={styles.stack}>
        <Panel title={t('page.meeting')}>
          <div className={styles.choices} data-asterisks>
            <BoardDates
              boardId={board.boardId}
              runs={runs}
              value={meetingId}
              onChange={(id) => setSearch({ reunion: id }, { replace: true })}
            />
            <ChoiceField
              label={t('page.who')}
              choices={[
                { id: 'new', label: t('page.newPatient') },
                { id: 'existing', label: t('page.existing') },
              ]}
              value={kind}
              onChange={setKind}
            />
          </div>
        </Panel>
        {kind === 'existing' && <Existing meetingId={meetingId} />}
        {/* Kept while a case is looked for: nothing typed is lost. */}
        <div hidden={kind === 'existing'}>
          <NewCase meetingId={meetingId} />
        </div>
      </div>
    </div>
  );
}

/**
 * `/presenter/:boardId`: from a portal or a board, straight to the new patient, at the next date that registers; or one
 * of the cases that exist. `?reunion=` names a date. Source: SC-55, SC-58, SC-63, SC-64.
 */
export function PresentPage() {
  const { boardId = '' } = useParams();
  const { t } = useTranslation('presenting');
  const board = useRead('readBoard', { params: { boardId } });
  const meetings = useRead('listBoardMeetings', { params: { boardId } });
  const error = board.error ?? meetings.error;
  if (error?.code === 'not_found') return <NotFoundPage />;
  if (error)
    return <ErrorNotice error={error} onRetry={() => void Promise.all([board.refetch(), meetings.refetch()])} />;
  if (!board.data || !meetings.data) return <Spinner size="block" label={t('page.loading')} />;
  return <Present key={boardId} board={board.data} meetings={meetings.data} />;
}
