import type { BoardMeeting } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/index.ts';
import { Button, EmptyState, ErrorNotice, Panel, Spinner } from '../../../ui/index.ts';
import styles from '../planning.module.css';
import { MeetingRow } from './meeting-row.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { splitDates } from './split-dates.ts';

/** Coming dates shown before one asks for the others. */
const shownFirst = 6;

type RowsProps = { meetings: readonly BoardMeeting[]; label: string; reads: boolean };

function Rows({ meetings, label, reads }: RowsProps) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {meetings.map((meeting) => (
        <MeetingRow key={meeting.meetingId} meeting={meeting} reads={reads} />
      ))}
    </ul>
  );
}

export type BoardMeetingsPanelProps = {
  boardId: string;
  /** Whether the reader prepares its meetings. */
  canPlan: boolean;
};

/** « Réunions » of a board: the dates that come, those that are past, and « Planifier ». */
export function BoardMeetingsPanel({ boardId, canPlan }: BoardMeetingsPanelProps) {
  const { t } = useTranslation('planning');
  const meetings = useRead('listBoardMeetings', { params: { boardId } });
  const board = useRead('readBoard', { params: { boardId } });
  const [isPlanning, setPlanning] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const [showsPast, setShowsPast] = useState(false);
  const reads = board.data?.abilities.includes('board.read') ?? false;
  const { coming, past } = splitDates(meetings.data ?? [], new Date(meetings.dataUpdatedAt));
  const shown = showsAll ? coming : coming.slice(0, shownFirst);
  return (
    <Panel
      id="reunions"
      title={t('board.title')}
      padding={false}
      actions={
        canPlan && (
          <Button variant="primary" icon="calendar" onPress={() => setPlanning(true)} isDisabled={!board.data}>
            {t('board.plan')}
          </Button>
        )
      }
    >
      {meetings.isPending && <Spinner size="block" label={t('board.loading')} />}
      {meetings.error && (
        <div className={styles.inset}>
          <ErrorNotice error={meetings.error} onRetry={() => void meetings.refetch()} />
        </div>
      )}
      {meetings.data && coming.length === 0 && (
        <EmptyState title={t('board.empty')}>{t(canPlan ? 'board.emptyPlan' : 'board.emptyWords')}</EmptyState>
      )}
      {shown.length > 0 && <Rows meetings={shown} label={t('board.coming')} reads={reads} />}
      {(coming.length > shownFirst || past.length > 0) && (
        <div className={styles.tools}>
          {coming.length > shownFirst && (
            <Button variant="quiet" size="small" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
              {showsAll ? t('board.fewer') : t('board.all', { count: coming.length })}
            </Button>
          )}
          {past.length > 0 && (
            <Button
              variant="quiet"
              size="small"
              icon={showsPast ? 'chevronUp' : 'chevronDown'}
              aria-expanded={showsPast}
              onPress={() => setShowsPast(!showsPast)}
            >
              {showsPast ? t('board.hidePast') : t('board.showPast', { count: past.length })}
            </Button>
          )}
        </div>
      )}
      {showsPast && past.length > 0 && <Rows meetings={past} label={t('board.past')} reads={reads} />}
      {canPlan && board.data && (
        <PlanDialog board={board.data} isOpen={isPlanning} onClose={() => setPlanning(false)} />
      )}
    </Panel>
  );
}
