import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Badge, classNames, IdentityBanner, useFormats } from '../../ui/index.ts';
import styles from './case-list.module.css';
import { CaseMenu } from './list/case-menu.tsx';
import { CaseReadiness } from './list/case-readiness.tsx';
import { ReportBadge } from './report-badge.tsx';
import { isPreparing } from './use-meeting.ts';

type Facts = {
  meeting: MeetingDetail;
  line: PresentationLine;
  place: number;
  /** When it should begin, as an instant; undefined for an « enregistrement ». */
  starts: string | undefined;
  isCurrent: boolean;
};

/** One case in words: who, who presents it, how long and when, and its state. */
export function CaseFacts({ meeting, line, place, starts, isCurrent }: Facts) {
  const { t } = useTranslation('meetings');
  const { time } = useFormats();
  const preparing = isPreparing(meeting);
  const minutes = t('list.minutes', { count: line.minutes });
  const spent = Math.floor(line.discussedSeconds / 60);
  return (
    <span className={styles.facts}>
      <span className={styles.place} aria-hidden="true">
        {place}
      </span>
      <span className={styles.words}>
        <IdentityBanner patient={line.patient} variant="line" />
        <span className={styles.presenter}>{t('list.presenter', { name: line.presenter.name })}</span>
        {preparing && starts !== undefined && (
          <span className={styles.presenter}>{t('list.planned', { minutes, time: time(starts) })}</span>
        )}
        {!preparing && !isCurrent && spent > 0 && (
          <span className={styles.presenter}>{t('list.spent', { count: spent })}</span>
        )}
        <span className={styles.badges}>
          {isCurrent && <Badge tone="accent">{t('list.current')}</Badge>}
          {line.urgent && <Badge tone="danger">{t('list.urgent')}</Badge>}
          {line.late && <Badge tone="info">{t('list.late')}</Badge>}
          {preparing && (
            <Badge tone={line.missing.length === 0 ? 'success' : 'warning'}>
              {t(line.missing.length === 0 ? 'ready.ready' : 'ready.notReady')}
            </Badge>
          )}
          {(!preparing || line.reportState !== 'draft') && (
            <span className={styles.report}>
              {t('work.report')} <ReportBadge state={line.reportState} />
            </span>
          )}
        </span>
      </span>
    </span>
  );
}

/** One case of the list: pressed, it comes on this screen only; beside it, what can be done with it. */
export function CaseRow({ isShown, onLook, ...facts }: Facts & { isShown: boolean; onLook: () => void }) {
  const { meeting, line, isCurrent } = facts;
  return (
    <li className={classNames(styles.row, isCurrent && styles.current, isShown && styles.shown)}>
      <button type="button" className={styles.look} aria-current={isShown ? 'true' : undefined} onClick={onLook}>
        <CaseFacts {...facts} />
      </button>
      <span className={styles.menu}>
        <CaseMenu meeting={meeting} line={line} />
      </span>
      {isPreparing(meeting) && <CaseReadiness meeting={meeting} line={line} />}
    </li>
  );
}
