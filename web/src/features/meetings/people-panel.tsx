import type { AttendanceLine, MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AddPersonForm } from './add-person-form.tsx';
import { AbsentRow, AttendeeRow } from './attendee-row.tsx';
import styles from './people-panel.module.css';
import { QuorumBadge, QuorumMissing } from './running/quorum-missing.tsx';
import { isOver, mayRun } from './use-meeting.ts';

/**
 * Who is there, who left, which members are absent, and whether they make the quorum for the case on the screen.
 * Attendance comes from the server's rows, never from a screen.
 */
export function PeoplePanel({
  meeting,
  line: shown,
  me,
}: {
  meeting: MeetingDetail;
  line: PresentationLine | null;
  /** The reader's account. */
  me: string;
}) {
  const { t } = useTranslation('meetings');
  const { attendance, members } = meeting;
  const here = attendance.filter((line) => line.leftAt === null);
  const left = attendance.filter((line) => line.leftAt !== null);
  const seen = new Set(attendance.flatMap(({ accountId, name }) => (accountId ? [accountId] : [name])));
  const absent = members.filter(({ person }) => !seen.has(person.accountId) && !seen.has(person.name));
  const roles = new Map(members.map(({ person, role }) => [person.name, role]));
  const detail = ({ name, specialty }: { name: string; specialty: string }) => {
    const role = roles.get(name) ?? 'member';
    return role === 'member' ? specialty : `${t(`people.role.${role}`)} · ${specialty}`;
  };
  const rows = (lines: AttendanceLine[]) =>
    lines.map((line) => (
      <AttendeeRow
        key={line.attendanceId}
        meeting={meeting}
        line={line}
        detail={detail(line)}
        isMe={line.accountId === me}
      />
    ));

  return (
    <section aria-labelledby="meeting-people" className={styles.section}>
      <h2 id="meeting-people" className={styles.title}>
        {t('people.title')} <QuorumBadge meeting={meeting} line={shown} />
      </h2>
      <QuorumMissing meeting={meeting} line={shown} />
      {isOver(meeting) ? (
        <Group title={t('people.participants')}>{rows(attendance)}</Group>
      ) : (
        <Group title={t('people.hereCount', { count: here.length })}>{rows(here)}</Group>
      )}
      {attendance.length === 0 && <p className={styles.detail}>{t('people.nobody')}</p>}
      {mayRun(meeting) && <AddPersonForm meetingId={meeting.meetingId} />}
      {!isOver(meeting) && left.length > 0 && <Group title={t('people.left')}>{rows(left)}</Group>}
      {absent.length > 0 && (
        <Group title={t('people.absent')}>
          {absent.map(({ person }) => (
            <AbsentRow key={person.accountId} meeting={meeting} person={person} detail={detail(person)} />
          ))}
        </Group>
      )}
    </section>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <>
      <h3 id={id} className={styles.subtitle}>
        {title}
      </h3>
      <ul aria-labelledby={id} className={styles.list}>
        {children}
      </ul>
    </>
  );
}
