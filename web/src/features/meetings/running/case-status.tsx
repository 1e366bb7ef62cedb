import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../ui/index.ts';
import { CaseClock } from './case-clock.tsx';
import { liveQuorum } from './live-quorum.ts';
import { QuorumBadge, QuorumMissing } from './quorum-missing.tsx';
import styles from './running.module.css';

/**
 * Under the banner, while a case is treated: its clock, the quorum and who is missing; for an « enregistrement », the
 * référentiel that it applies.
 */
export function CaseStatus({ meeting, line }: { meeting: MeetingDetail; line: PresentationLine }) {
  const { t } = useTranslation('meetings');
  const { date } = useFormats();
  const { guideline, track, discussedSince, discussedSeconds } = line;
  const convened = meeting.state === 'open' || meeting.state === 'running';
  const registered = track === 'registration' && guideline !== null;
  const timed = discussedSince !== null || discussedSeconds > 0;
  const judged = convened && liveQuorum(meeting, line) !== null;
  if (!registered && !timed && !judged) return null;
  return (
    <div className={styles.status}>
      {registered && <p>{t('registration.applied', { ...guideline, date: date(guideline.date) })}</p>}
      {timed && <CaseClock line={line} />}
      {judged && <QuorumBadge meeting={meeting} line={line} />}
      {judged && <QuorumMissing meeting={meeting} line={line} />}
    </div>
  );
}
