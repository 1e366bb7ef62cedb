import type { MeetingState } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../ui/index.ts';

const tones: Record<MeetingState, Tone> = {
  planned: 'info',
  open: 'accent',
  running: 'success',
  closed: 'neutral',
  cancelled: 'danger',
};

/** Prévue, ouverte, en cours, close, annulée. */
export function StateBadge({ state }: { state: MeetingState }) {
  const { t } = useTranslation('planning');
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
