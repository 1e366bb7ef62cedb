import type { Gap } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';

/** Something missing before a freeze, in words. */
export function useGapWords(): (gap: Gap) => string {
  const { t } = useTranslation('reports');
  return (gap) => {
    if (gap.kind === 'section') return t('freeze.sectionGap', { section: t(`section.${gap.section}`) });
    if (gap.kind === 'field') return t('freeze.fieldGap', { field: t(`field.${gap.field}`) });
    return t(gap.kind === 'quorum' ? 'freeze.quorumGap' : 'freeze.attendanceGap');
  };
}
