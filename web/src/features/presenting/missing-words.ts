import type { MissingItem } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';

/** What is missing, in words; a board's question by its own label. */
export function useMissingWords(): (item: MissingItem) => string {
  const { t } = useTranslation('presenting');
  return (item) => {
    if (item.kind === 'section') return t(`missing.section_${item.section}`);
    return item.kind === 'answer' ? item.label : t(`missing.${item.kind}`);
  };
}

/** What keeps a case from being registered; the rest only makes it « non prêt ». */
export function isBlocking({ kind }: MissingItem): boolean {
  return kind === 'consent' || kind === 'objection' || kind === 'labels' || kind === 'answer';
}

/** The step of the form where something missing is given. */
export function stepOf({ kind }: MissingItem): 1 | 3 {
  return kind === 'section' ? 1 : 3;
}
