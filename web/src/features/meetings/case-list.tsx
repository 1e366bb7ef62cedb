import type { MeetingDetail } from '@concertation/shared/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { presentPatientName } from '../../lib/index.ts';
import { Button, EmptyState, useToast } from '../../ui/index.ts';
import styles from './case-list.module.css';
import { CaseRow } from './case-row.tsx';
import { movedTo } from './order.ts';
import { PresentCaseDialog } from './present-case-dialog.tsx';
import { useListOrder } from './use-list-order.ts';
import { isOver, mayRun } from './use-meeting.ts';

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
  const [dragged, setDragged] = useState<string | null>(null);
  const { lines, reorder } = useListOrder(meeting, (error) => show({ tone: 'danger', message: error.message }));
  const mayOrder = mayRun(meeting) && !isOver(meeting) && lines.length > 1;
  const reordering = ordering && mayOrder;

  function place(presentationId: string, wanted: number): void {
    const from = lines.findIndex((line) => line.presentationId === presentationId);
    const line = lines[from];
    if (!line) return;
    const at = Math.min(Math.max(0, wanted), lines.length - 1);
    if (at !== from)
      reorder(
        movedTo(
          lines.map((each) => each.presentationId),
          presentationId,
          at,
        ),
      );
    announce(t('list.movedTo', { name: presentPatientName(line.patient), place: at + 1, count: lines.length }));
  }

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
      {reordering && <p className={styles.hint}>{t('list.dragHint')}</p>}
      {lines.length === 0 && <EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
      <ol className={styles.list}>
        {lines.map((line, at) => (
          <CaseRow
            key={line.presentationId}
            line={line}
            place={at + 1}
            isCurrent={line.presentationId === current}
            isShown={line.presentationId === shown}
            onLook={() => onLook(line.presentationId)}
            ordering={
              reordering
                ? {
                    isDragged: dragged === line.presentationId,
                    onDrag: () => setDragged(line.presentationId),
                    onDragEnd: () => setDragged(null),
                    onDrop: () => dragged && place(dragged, at),
                    onMove: (by) => place(line.presentationId, at + by),
                  }
                : null
            }
          />
        ))}
      </ol>
      {!isOver(meeting) && (
        <Button icon="add" size="small" onPress={() => setPresenting(true)} className={styles.present}>
          {t('list.present')}
        </Button>
      )}
      <PresentCaseDialog meeting={meeting} isOpen={presenting} onClose={() => setPresenting(false)} />
    </section>
  );
}
