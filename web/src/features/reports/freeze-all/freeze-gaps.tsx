import type { Gap } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { LinkButton, Notice } from '../../../ui/index.ts';
import { gapKey } from '../gaps.ts';
import { useGapWords } from '../use-gap-words.ts';

/** What a report lacks, and the way to its page; it is frozen from there, or from here once it is complete. */
export function FreezeGaps({ gaps, href, name }: { gaps: readonly Gap[]; href: string; name: string }) {
  const { t } = useTranslation('reports');
  const words = useGapWords();
  return (
    <Notice
      tone="warning"
      title={t('freezeAll.incomplete')}
      actions={
        <LinkButton size="small" icon="edit" href={href} aria-label={t('freezeAll.completeFor', { name })}>
          {t('freezeAll.complete')}
        </LinkButton>
      }
    >
      <ul>
        {gaps.map((gap) => (
          <li key={gapKey(gap)}>{words(gap)}</li>
        ))}
      </ul>
    </Notice>
  );
}
