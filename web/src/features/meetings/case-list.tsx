import type { MeetingDetail } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/index.ts';
import { presentPatientName } from '../../lib/index.ts';
import { Button, EmptyState, OrderList, useToast } from '../../ui/index.ts';
import { CaseFacts, CaseRow } from './case-row.tsx';
import styles from './case-list.module.css';
import { ListSchedule } from './list/list-schedule.tsx';
import { ListViews, type View } from './list/list-views.tsx';
import { scheduleOf } from './list/schedule.ts';
import { movedTo, orderedWithin } from './order.ts';
import { PresentCaseDialog } from './present-case-dialog.tsx';
import { useListOrder } from './use-list-order.ts';
import { isOver, isPreparing, mayRun } from './use-meeting.ts';

type Props = {
  meeting: MeetingDetail;
  current: string | null;
  shown: string | null;
  onLook: (presentationId: string) => void;
  announce: (sentence: string) => void;
};

/** The meeting's cases in order: which is discussed, which is on this screen; reordered by who runs the meeting. */
export function CaseList({ meeting, current, shown, onLook, announce }: Props) {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const [ordering, setOrdering] = useState(false);
  const [presenting, setPresenting] = useState(false);
  const [view, setView] = useState<View>('discussion');
  const { lines, reorder } = useListOrder(meeting, (error) => show({ tone: 'danger', message: error.message }));
  const views = lines.some(({ track }) => track === 'registration');
  const viewed = views ? lines.filter(({ track }) => track === view) : lines;
  const schedule = scheduleOf(meeting, lines);
  const mayOrder = mayRun(meeting) && !isOver(meeting) && viewed.length > 1;
  const reordering = ordering && mayOrder;
  // Somebody without an account has no case to present.
  const hasCases = useRead('readMe').data?.guestOf === null;
  const ids = viewed.map(({ presentationId }) => presentationId);

  function place(presentationId: string, wanted: number): void {
    const from = ids.indexOf(presentationId);
    const line = viewed[from];
    if (!line) return;
    const at = Math.min(Math.max(0, wanted), ids.length - 1);
    if (at !== from)
      reorder(
        orderedWithin(
          lines.map((each) => each.presentationId),
          movedTo(ids, presentationId, at),
        ),
      );
    announce(t('list.movedTo', { name: presentPatientName(line.patient), place: at + 1, count: ids.length }));
  }

  const factsOf = (line: (typeof viewed)[number], at: number) => ({
    meeting,
    line,
    place: at + 1,
    starts: schedule.starts.get(line.presentationId),
    isCurrent: line.presentationId === current,
  });

  return (
    <section aria-labelledby="meeting-cases" className={styles.section}>
      <div className={styles.head}>
        <h2 id="meeting-cases" className={styles.title}>
          {t('list.title')}
        </h2>
        {mayOrder && (
          <Button size="small" variant="quiet" aria-pressed={reordering} onPress={() => setOrdering(!ordering)}>
            {t(reordering ? 'list.reorderDone' : 'list.reorder')}
          </Button>
        )}
      </div>
      {views && <ListViews lines={lines} view={view} onChange={setView} />}
      {isPreparing(meeting) && schedule.minutes > 0 && <ListSchedule schedule={schedule} />}
      {reordering && <p className={styles.hint}>{t('list.dragHint')}</p>}
      {viewed.length === 0 && meeting.reserved === 0 && (
        <EmptyState title={t(views ? 'views.empty' : 'list.empty')}>
          {views ? undefined : t('list.emptyHint')}
        </EmptyState>
      )}
      {reordering ? (
        <OrderList
          label={t('list.title')}
          items={viewed.map((line) => ({ ...line, id: line.presentationId }))}
          onMove={place}
          words={({ patient }) => {
            const name = presentPatientName(patient);
            return {
              name,
              drag: t('list.drag', { name }),
              up: t('list.up', { name }),
              down: t('list.down', { name }),
            };
          }}
        >
          {(line, at) => <CaseFacts {...factsOf(line, at)} />}
        </OrderList>
      ) : (
        <ol className={styles.list}>
          {viewed.map((line, at) => (
            <CaseRow
              key={line.presentationId}
              {...factsOf(line, at)}
              isShown={line.presentationId === shown}
              onLook={() => onLook(line.presentationId)}
            />
          ))}
        </ol>
      )}
      {meeting.reserved > 0 && <p className={styles.hint}>{t('list.reserved', { count: meeting.reserved })}</p>}
      {!isOver(meeting) && !meeting.fictitious && hasCases && (
        <Button icon="add" size="small" onPress={() => setPresenting(true)} className={styles.present}>
          {t('list.present')}
        </Button>
      )}
      <PresentCaseDialog meeting={meeting} isOpen={presenting} onClose={() => setPresenting(false)} />
    </section>
  );
}
