import type { MeetingDetail, PatientBanner, PresentationLine } from '@concertation/shared/contracts';
import { documentName } from '@concertation/shared/domain';
import { type ComponentType, type ReactNode, type RefObject, useDeferredValue, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshFacts } from '../../api/index.ts';
import { CaseSheet, KeptText, PresenceList, SaveIndicator } from '../../editor/index.ts';
import { presentPatientName } from '../../lib/index.ts';
import { useDocument } from '../../sync/index.ts';
import { Button, EmptyState, IdentityBanner, Spinner } from '../../ui/index.ts';
import styles from './case-work.module.css';
import { CaseStatus } from './running/case-status.tsx';
import { SinceLast } from './running/since-last.tsx';
import { isOver } from './use-meeting.ts';

export type CaseDocuments = ComponentType<{ caseId: string; patient: PatientBanner }>;

/**
 * One patient's banner, sheet and report. It lives as long as that case is shown: nothing of one patient can stay beside
 * another's.
 */
export function CaseWork({
  meeting,
  line,
  report,
  documents: Documents,
  ref: region,
}: {
  meeting: MeetingDetail;
  line: PresentationLine;
  report: ReactNode;
  /** What is attached to the case, to be looked at (OO-40). */
  documents?: CaseDocuments | undefined;
  ref: RefObject<HTMLElement | null>;
}) {
  const { t } = useTranslation('meetings');
  const banner = useRef<HTMLDivElement>(null);
  const reportArea = useRef<HTMLDivElement>(null);
  useBannerHeight(region, banner);
  // The banner comes at once, and the previous patient is gone at once; eight editors may take their time.
  const ready = useDeferredValue(true, false);

  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label={t('work.label', { name: presentPatientName(line.patient) })}
      className={styles.case}
    >
      <div ref={banner} className={styles.banner}>
        <IdentityBanner patient={line.patient} />
        <Button size="small" className={styles.jump} onPress={() => reportArea.current?.focus()}>
          {t('work.toReport')}
        </Button>
        <CaseStatus meeting={meeting} line={line} />
      </div>
      <div className={styles.sides}>
        <div className={styles.sheet}>
          {ready ? <Sheet caseId={line.caseId} /> : <Spinner size="block" label={t('work.opening')} />}
          {ready && Documents && <Documents caseId={line.caseId} patient={line.patient} />}
        </div>
        <div ref={reportArea} tabIndex={-1} className={styles.report}>
          {ready && report}
        </div>
      </div>
    </section>
  );
}

/** What stays under the banner must know its height: a long name takes two lines on a phone. */
function useBannerHeight(region: RefObject<HTMLElement | null>, banner: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current: measured } = banner;
    if (!measured) return;
    const observer = new ResizeObserver(() =>
      region.current?.style.setProperty('--banner-height', `${measured.offsetHeight}px`),
    );
    observer.observe(measured);
    return () => observer.disconnect();
  }, [region, banner]);
}

function Sheet({ caseId }: { caseId: string }) {
  const { t } = useTranslation('meetings');
  const handle = useDocument(documentName('case', caseId));
  const { onFacts } = handle;
  useEffect(() => onFacts(() => void refreshFacts('listFiles', { params: { caseId } })), [onFacts, caseId]);
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('work.sheet')}</h2>
        <span className={styles.live}>
          <PresenceList handle={handle} />
          <SaveIndicator handle={handle} />
        </span>
      </div>
      <KeptText handle={handle} />
      <SinceLast caseId={caseId} />
      <CaseSheet handle={handle} />
    </>
  );
}

/** No case on the screen: what will happen, and what can be done meanwhile. */
export function NoCase({ meeting, runs }: { meeting: MeetingDetail; runs: boolean }) {
  const { t } = useTranslation('meetings');
  if (meeting.state === 'cancelled') return <EmptyState title={t('work.cancelled')} />;
  if (isOver(meeting)) return <EmptyState title={t('work.over')}>{t('work.overHint')}</EmptyState>;
  const { currentPresentationId: current, presentations } = meeting;
  const reserved = current !== null && !presentations.some(({ presentationId }) => presentationId === current);
  if (reserved) return <EmptyState title={t('work.reserved')}>{t('work.reservedHint')}</EmptyState>;
  const hint = presentations.length === 0 ? 'work.noneListed' : runs ? 'work.noneHintRun' : 'work.noneHint';
  return <EmptyState title={t('work.none')}>{t(hint)}</EmptyState>;
}
