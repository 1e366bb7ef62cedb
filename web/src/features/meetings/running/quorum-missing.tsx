import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import type { QuorumMissing as Missing } from '@concertation/shared/domain';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../ui/index.ts';
import { liveQuorum } from './live-quorum.ts';
import styles from './running.module.css';

function useWords(): (item: Missing) => string {
  const { t } = useTranslation('meetings');
  return (item) => {
    if (item.kind === 'treating') return t('quorum.treating');
    if (item.kind === 'specialties') return t('quorum.specialties', { count: item.count });
    return t('quorum.rule', { count: item.count, names: item.anyOf.join(t('quorum.or')) });
  };
}

type Props = { meeting: MeetingDetail; line: PresentationLine | null };

/** Whether the quorum is there, in two words; nothing where none is asked. */
export function QuorumBadge({ meeting, line }: Props) {
  const { t } = useTranslation('meetings');
  const quorum = liveQuorum(meeting, line);
  if (!quorum) return null;
  return <Badge tone={quorum.met ? 'success' : 'warning'}>{t(quorum.met ? 'quorum.met' : 'quorum.unmet')}</Badge>;
}

/** Who is missing to the quorum, line by line, as people come and go; nothing when it is met or not asked. SC-84. */
export function QuorumMissing({ meeting, line }: Props) {
  const { t } = useTranslation('meetings');
  const words = useWords();
  const quorum = liveQuorum(meeting, line);
  if (!quorum || quorum.met) return null;
  return (
    <div className={styles.missing}>
      <p>{t('quorum.missing')}</p>
      <ul>
        {quorum.missing.map((item) => (
          <li key={words(item)}>{words(item)}</li>
        ))}
      </ul>
    </div>
  );
}
