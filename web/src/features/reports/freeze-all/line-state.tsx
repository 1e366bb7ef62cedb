import type { PresentationLine } from '@concertation/shared/contracts';
import { isSealed } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../../ui/index.ts';
import type { FreezeRun } from './use-freeze-all.ts';

/** How far a report is, in words: its own state, or its turn while the reports are being frozen. */
export function LineState({ line, run }: { line: PresentationLine; run: FreezeRun }) {
  const { t } = useTranslation('reports');
  const { reportId, reportState } = line;
  if (reportState === 'signed') return <Badge tone="success">{t('freezeAll.result.signed')}</Badge>;
  if (isSealed(reportState) || run.frozen.has(reportId))
    return <Badge tone="warning">{t('freezeAll.result.frozen')}</Badge>;
  if (run.current === reportId) return <Badge tone="accent">{t('freezeAll.result.freezing')}</Badge>;
  if (run.waiting.has(reportId)) return <Badge>{t('freezeAll.result.waiting')}</Badge>;
  const tone: Tone = reportState === 'validated' ? 'info' : 'neutral';
  return <Badge tone={tone}>{t(`state.${reportState}`)}</Badge>;
}
