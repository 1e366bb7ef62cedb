import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/index.ts';
import { DeliveriesPanel } from '../features/deliveries/index.ts';
import { ReportPanel } from '../features/reports/index.ts';
import { EmptyState } from '../ui/index.ts';

/**
 * The report of the case on the screen; to a guest, who reads none, that it is reserved. Whoever had it and loses it
 * keeps the panel, which gives back what they were writing. Rule GST-6.
 */
export function MeetingReport(props: ComponentProps<typeof ReportPanel>) {
  const { t } = useTranslation('guests');
  const { data, error } = useRead('readReport', { params: { reportId: props.reportId } });
  if (!data && error?.code === 'not_found')
    return <EmptyState title={t('reserved.title')}>{t('reserved.words')}</EmptyState>;
  return (
    <ReportPanel
      {...props}
      delivery={({ reportId, abilities, isReplaced }) => (
        <DeliveriesPanel reportId={reportId} mayRun={abilities.includes('report.validate') && !isReplaced} level={3} />
      )}
    />
  );
}
