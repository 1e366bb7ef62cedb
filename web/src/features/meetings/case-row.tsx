import type { PresentationLine } from '@concertation/shared/contracts';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { presentPatientName } from '../../lib/index.ts';
import { Badge, Button, classNames, IdentityBanner } from '../../ui/index.ts';
import styles from './case-list.module.css';
import { ReportBadge } from './report-badge.tsx';

type Ordering = {
  isDragged: boolean;
  onDrag: () => void;
  onDragEnd: () => void;
  onDrop: () => void;
  onMove: (by: 1 | -1) => void;
};

type Props = {
  line: PresentationLine;
  place: number;
  isCurrent: boolean;
  isShown: boolean;
  onLook: () => void;
  /** Null while the list is only read. */
  ordering: Ordering | null;
};

/** One case of the list: pressed, it comes on this screen only. */
export function CaseRow({ line, place, isCurrent, isShown, onLook, ordering }: Props) {
  const { t } = useTranslation('meetings');
  const name = presentPatientName(line.patient);
  const dragging = ordering && {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', String(place));
      ordering.onDrag();
    },
    onDragEnd: ordering.onDragEnd,
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      ordering.onDrop();
    },
  };
  const words = (
    <>
      <span className={styles.place} aria-hidden="true">
        {place}
      </span>
      <span className={styles.words}>
        <IdentityBanner patient={line.patient} variant="line" />
        <span className={styles.presenter}>{t('list.presenter', { name: line.presenter.name })}</span>
        <span className={styles.badges}>
          {isCurrent && <Badge tone="accent">{t('list.current')}</Badge>}
          <span className={styles.report}>
            {t('work.report')} <ReportBadge state={line.reportState} />
          </span>
        </span>
      </span>
    </>
  );
  return (
    <li
      className={classNames(
        styles.row,
        isCurrent && styles.current,
        isShown && styles.shown,
        ordering && styles.movable,
        ordering?.isDragged && styles.dragged,
      )}
      {...dragging}
    >
      {ordering ? (
        // Not a button: a row is taken anywhere to be dragged, and some browsers do not drag a button.
        <span className={styles.look}>{words}</span>
      ) : (
        <button type="button" className={styles.look} aria-current={isShown ? 'true' : undefined} onClick={onLook}>
          {words}
        </button>
      )}
      {ordering && (
        <span className={styles.moves}>
          <Button
            size="small"
            variant="quiet"
            icon="chevronUp"
            aria-label={t('list.up', { name })}
            onPress={() => ordering.onMove(-1)}
          />
          <Button
            size="small"
            variant="quiet"
            icon="chevronDown"
            aria-label={t('list.down', { name })}
            onPress={() => ordering.onMove(1)}
          />
        </span>
      )}
    </li>
  );
}
