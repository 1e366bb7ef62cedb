import type { Gap } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { Button, Notice } from '../../ui/index.ts';
import { focusPlace } from './focus-place.ts';
import styles from './freeze-dialog.module.css';
import { gapKey, gapPlace } from './gaps.ts';
import { useGapWords } from './use-gap-words.ts';

type Props = { reportId: string; gaps: readonly Gap[]; leaveFor: (go: () => void) => void; goToAttendance: () => void };

/** What is missing before the freeze; each line leads to where it is filled. */
export function GapList({ reportId, gaps, leaveFor, goToAttendance }: Props) {
  const { t } = useTranslation('reports');
  const words = useGapWords();
  const go = (gap: Gap) => {
    const place = gapPlace(reportId, gap);
    leaveFor(place.in === 'attendance' ? goToAttendance : () => focusPlace(place.id));
  };
  if (gaps.length === 0)
    return (
      <Notice tone="success">
        <p>{t('freeze.complete')}</p>
      </Notice>
    );
  return (
    <section aria-label={t('freeze.gaps')}>
      <p className={styles.legend}>{t('freeze.gaps')}</p>
      <ul className={styles.gaps}>
        {gaps.map((gap) => (
          <li key={gapKey(gap)}>
            <Button
              size="small"
              variant="quiet"
              icon="chevronRight"
              aria-label={t('freeze.goTo', { gap: words(gap) })}
              onPress={() => go(gap)}
            >
              {words(gap)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
