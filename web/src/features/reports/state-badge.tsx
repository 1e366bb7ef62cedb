import type { ReportDetail } from '@concertation/shared/contracts';
import type { ReportState } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../ui/index.ts';

const tones: Record<ReportState, Tone> = {
  draft: 'neutral',
  discussion: 'accent',
  validated: 'info',
  frozen: 'warning',
  signed: 'success',
};

/** The state of a report in words; a frozen one says that its signature is awaited. */
export function StateBadge({ report }: { report: ReportDetail }) {
  const { t } = useTranslation('reports');
  return (
    <Badge tone={tones[report.state]}>
      {report.state === 'frozen' ? t('sealed.pending') : t(`state.${report.state}`)}
    </Badge>
  );
}
