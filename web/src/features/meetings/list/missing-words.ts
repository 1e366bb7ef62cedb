import type { MissingItem } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';

/** What a case lacks, in words; a board's question by its own label. */
export function useMissingWords(): (missing: readonly MissingItem[]) => string {
  const { t } = useTranslation('meetings');
  const words = (item: MissingItem): string => {
    if (item.kind === 'section') return t(`ready.section_${item.section}`);
    return item.kind === 'answer' ? item.label : t(`ready.${item.kind}`);
  };
  return (missing) => missing.map(words).join(', ');
}
