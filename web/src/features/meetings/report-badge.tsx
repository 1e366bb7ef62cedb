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

/** The state of a report, in a word. */
export function ReportBadge({ state }: { state: ReportState }) {
  const { t } = useTranslation('meetings');
  return <Badge tone={tones[state]}>{t(`reportState.${state}`)}</Badge>;
}
