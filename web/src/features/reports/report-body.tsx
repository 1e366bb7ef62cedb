import type { ReportDetail } from '@concertation/shared/contracts';
import { mandatoryReportSections, reportSections } from '@concertation/shared/documents';
import { isSealed } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { SectionEditor } from '../../editor/index.ts';
import type { DocumentHandle } from '../../sync/index.ts';
import { DecisionFields } from './decision-fields.tsx';
import { placeId } from './gaps.ts';
import styles from './report-panel.module.css';

/** The words of a report: its sections, then the decision's fields. Written by those who may, read by the others. */
export function ReportBody({ report, handle }: { report: ReportDetail; handle: DocumentHandle }) {
  const { t } = useTranslation('reports');
  const readOnly = isSealed(report.state) || !report.abilities.includes('report.write') || handle.role === 'reader';
  return (
    <div className={styles.sections}>
      {reportSections.map((section) => (
        <div key={section} id={placeId(report.reportId, section)} tabIndex={-1}>
          <SectionEditor
            handle={handle}
            section={section}
            label={
              !readOnly && mandatoryReportSections.includes(section)
                ? t('mandatory', { section: t(`section.${section}`) })
                : t(`section.${section}`)
            }
            placeholder={t(`placeholder.${section}`)}
            readOnly={readOnly}
          />
        </div>
      ))}
      <DecisionFields reportId={report.reportId} handle={handle} readOnly={readOnly} />
    </div>
  );
}
