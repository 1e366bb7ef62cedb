import type { ReportDetail } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeptText, PresenceList, SaveIndicator } from '../../editor/index.ts';
import type { DocumentHandle } from '../../sync/index.ts';
import { ErrorNotice, Spinner } from '../../ui/index.ts';
import { ReadBack } from './read-back/read-back.tsx';
import { ReportActions } from './report-actions.tsx';
import { ReportBody } from './report-body.tsx';
import styles from './report-panel.module.css';
import { SealedNotice } from './sealed-notice.tsx';
import { useReport } from './use-report.ts';
import { VersionNotice } from './version-notice.tsx';

type Props = {
  /** The latest version; earlier ones are read from here. */
  reportId: string;
  /** Shows the meeting's attendance, for a report that lacks it. */
  goToAttendance: () => void;
  /** Who is missing to the quorum right now, in words: for a validation without it. */
  quorum?: ReactNode;
  /** What stands under a signed report: its delivery. */
  delivery?: (report: ReportDetail) => ReactNode;
};

/** A report: written together, then validated, frozen, signed, downloaded, corrected. */
export function ReportPanel({ reportId, ...more }: Props) {
  const [viewedId, setViewedId] = useState(reportId);
  return <Report key={viewedId} reportId={viewedId} latestId={reportId} onView={setViewedId} {...more} />;
}

function Report({
  reportId,
  latestId,
  onView,
  goToAttendance,
  quorum,
  delivery,
}: Props & { latestId: string; onView: (reportId: string) => void }) {
  const { t } = useTranslation('reports');
  const { read, handle } = useReport(reportId);
  const refused = read.error?.code === 'not_found' || read.error?.code === 'forbidden';
  const report = refused ? undefined : read.data;
  return (
    <section aria-labelledby={`report-title-${reportId}`} className={styles.panel}>
      <Header reportId={reportId} handle={handle} />
      <KeptText handle={handle} />
      {!report &&
        (read.error ? (
          <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <Spinner size="block" label={t('loading')} />
        ))}
      {report && (
        <>
          <VersionNotice report={report} latestId={latestId} onView={onView} />
          {isSealed(report.state) ? (
            <>
              <SealedNotice report={report} />
              {report.signature === 'signed' && delivery?.(report)}
            </>
          ) : (
            <ReportActions report={report} goToAttendance={goToAttendance} quorum={quorum} />
          )}
          <ReportBody report={report} handle={handle} />
          {report.state !== 'draft' && <ReadBack report={report} handle={handle} />}
        </>
      )}
    </section>
  );
}

function Header({ reportId, handle }: { reportId: string; handle: DocumentHandle }) {
  const { t } = useTranslation('reports');
  return (
    <header className={styles.header}>
      <h2 id={`report-title-${reportId}`} className={styles.title}>
        {t('title')}
      </h2>
      <span className={styles.live}>
        <PresenceList handle={handle} />
        <SaveIndicator handle={handle} />
      </span>
    </header>
  );
}
