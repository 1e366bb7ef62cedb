import type { CaseCard } from '@concertation/shared/contracts';
import { Link } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { presentPatientName } from '../../lib/index.ts';
import { Badge, Icon, IdentityBanner, useFormats } from '../../ui/index.ts';
import styles from './patient-card.module.css';

/** « Demande en attente », « Demande répondue », with how many when there are several. Source: SC-101. */
function Requests({ requests: { pending, answered } }: Pick<CaseCard, 'requests'>) {
  const { t } = useTranslation('home');
  if (pending + answered === 0) return null;
  return (
    <p className={styles.states}>
      {pending > 0 && <Badge tone="warning">{t('card.pending', { count: pending })}</Badge>}
      {answered > 0 && <Badge tone="success">{t('card.answered', { count: answered })}</Badge>}
    </p>
  );
}

function Preparation({ caseId, name }: { caseId: string; name: string }) {
  const { t } = useTranslation('home');
  return (
    <p className={styles.preparation}>
      <Badge tone="info">{t('card.preparing')}</Badge>
      <Link
        href={`/dossiers/${caseId}/preparation`}
        className={styles.resume ?? ''}
        aria-label={t('card.resumeOf', { name })}
      >
        {t('card.resume')}
      </Link>
    </p>
  );
}

/** One patient: the identity traits, the meeting, the requests, why it is one of mine. Its name opens the sheet. Source: SC-50 to SC-52. */
export function PatientCard({ card }: { card: CaseCard }) {
  const { t } = useTranslation('home');
  const { meetingTime } = useFormats();
  const { caseId, patient, meeting, registered, because } = card;
  const prepares = !registered && (because.includes('added') || because.includes('referent'));
  return (
    <li className={styles.card}>
      <Link href={`/dossiers/${caseId}`} className={styles.identity ?? ''}>
        <IdentityBanner patient={patient} variant="line" />
      </Link>
      <p className={styles.meeting}>
        <Icon name="calendar" size={16} />
        {meeting ? (
          <span>
            <span className={styles.board}>{meeting.boardName}</span> {meetingTime(meeting.startsAt)}
          </span>
        ) : (
          t('patients.noMeeting')
        )}
      </p>
      <Requests requests={card.requests} />
      {prepares && <Preparation caseId={caseId} name={presentPatientName(patient)} />}
      <p className={styles.because}>{because.map((reason) => t(`because.${reason}`)).join(' · ')}</p>
    </li>
  );
}
