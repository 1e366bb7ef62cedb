import type { MeetingDetail } from '@concertation/shared/contracts';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeptText } from '../../editor/index.ts';
import { ErrorNotice, Spinner } from '../../ui/index.ts';
import type { CaseDocuments } from './case-work.tsx';
import { MeetingRoom } from './meeting-room.tsx';
import styles from './meeting-screen.module.css';
import { useMeeting } from './use-meeting.ts';

/** The product's own call: its door in the header, and its faces beside the sheet while this person is in it. */
export type MeetingCall = {
  Entry: ComponentType<{ meeting: MeetingDetail }>;
  /** `isChosen`: a telephone shows the part « Visio ». */
  Area: ComponentType<{ meeting: MeetingDetail; isChosen: boolean }>;
  isInside: boolean;
};

export type MeetingScreenProps = {
  meetingId: string;
  /**
   * The report beside the sheet. `goToAttendance` shows who is there, for a report that lacks it; `quorum` says live who
   * is missing to validate it.
   */
  report: ComponentType<{ reportId: string; goToAttendance: () => void; quorum: ReactNode }>;
  /** When and how the meeting is held, and what its secretary may do to it. */
  details?: ComponentType<{ meeting: MeetingDetail }> | undefined;
  documents?: CaseDocuments | undefined;
  call?: MeetingCall | undefined;
  /** The presentation that a link leads to, looked at first whatever is being discussed. */
  look?: string | undefined;
};

/** A meeting on one screen: its list of cases, the sheet and the report of one of them, its people. */
export function MeetingScreen({ meetingId, report, details, documents, call, look }: MeetingScreenProps) {
  const { t } = useTranslation('meetings');
  const { read, handle } = useMeeting(meetingId);
  // What was read stays on the screen while the server is away; only a refusal takes it down.
  const refused = read.error?.code === 'not_found' || read.error?.code === 'forbidden';
  if (read.data && !refused)
    return (
      <MeetingRoom
        meeting={read.data}
        handle={handle}
        report={report}
        details={details}
        documents={documents}
        call={call}
        look={look}
      />
    );
  return (
    <div className={styles.wait}>
      <KeptText handle={handle} />
      {read.error ? (
        <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <Spinner size="block" label={t('loading')} />
      )}
    </div>
  );
}
