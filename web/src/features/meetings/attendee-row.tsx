import type { AttendanceLine, MeetingDetail, Person } from '@concertation/shared/contracts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { Button, classNames, useFormats, useToast } from '../../ui/index.ts';
import styles from './people-panel.module.css';
import { useDownload } from './use-download.ts';
import { mayRun } from './use-meeting.ts';

/** A member who is not there; who runs the meeting says with one press that they are in the room. */
export function AbsentRow({ meeting, person, detail }: { meeting: MeetingDetail; person: Person; detail: string }) {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const add = useCommand('addAttendance', { refreshes: ['readMeeting'] });
  const { accountId, name, specialty } = person;

  function note(): void {
    add
      .mutateAsync({ params: { meetingId: meeting.meetingId }, body: { accountId, name, specialty } })
      .then(() => show({ tone: 'success', message: t('people.added', { name }) }))
      .catch((error: unknown) => show({ tone: 'danger', message: error instanceof Error ? error.message : name }));
  }

  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span className={classNames(styles.name, styles.away)}>{name}</span>
        <span className={styles.detail}>{detail}</span>
      </span>
      {mayRun(meeting) && (
        <Button
          size="small"
          variant="quiet"
          icon="add"
          aria-label={t('people.noteInRoom', { name })}
          isPending={add.isPending}
          onPress={note}
        />
      )}
    </li>
  );
}

/** Somebody who is or was there: since when, until when; a typed line can be taken back. */
export function AttendeeRow({
  meeting,
  line,
  detail,
  isMe,
}: {
  meeting: MeetingDetail;
  line: AttendanceLine;
  detail: string;
  /** It is the reader's own line. */
  isMe: boolean;
}) {
  const { t } = useTranslation('meetings');
  const { time } = useFormats();
  const { show } = useToast();
  const remove = useCommand('removeAttendance', { refreshes: ['readMeeting'] });
  const { attendanceId, name, source, arrivedAt, leftAt } = line;
  const times =
    leftAt === null
      ? t('people.arrived', { time: time(arrivedAt) })
      : t('people.arrivedAndLeft', { arrival: time(arrivedAt), departure: time(leftAt) });

  function takeBack(): void {
    remove.mutate(
      { params: { meetingId: meeting.meetingId, attendanceId } },
      {
        onSuccess: () => show({ tone: 'success', message: t('people.removed', { name }) }),
        onError: (error) => show({ tone: 'danger', message: error.message }),
      },
    );
  }

  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.detail}>{detail}</span>
        <span
          className={styles.detail}
        >{`${t(source === 'secretary' ? 'people.inRoom' : 'people.online')} · ${times}`}</span>
      </span>
      {meeting.state === 'closed' && (isMe || mayRun(meeting)) && (
        <CertificateButton meetingId={meeting.meetingId} line={line} />
      )}
      {source === 'secretary' && mayRun(meeting) && (
        <Button
          size="small"
          variant="quiet"
          icon="trash"
          aria-label={t('people.remove', { name })}
          isPending={remove.isPending}
          onPress={takeBack}
        />
      )}
    </li>
  );
}

/** « Attestation de présence », once the meeting is closed. Source: CM-41. */
function CertificateButton({ meetingId, line: { attendanceId, name } }: { meetingId: string; line: AttendanceLine }) {
  const { t } = useTranslation('meetings');
  const { isPending, save } = useDownload();
  return (
    <Button
      size="small"
      variant="quiet"
      icon="document"
      aria-label={t('people.certificate', { name })}
      isPending={isPending}
      onPress={() =>
        save('downloadAttendanceCertificate', { params: { meetingId, attendanceId } }, 'attestation-de-presence.pdf')
      }
    />
  );
}
