import type { MeetingDetail, PresentationLine } from '@concertation/shared/contracts';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { presentPatientName } from '../../lib/index.ts';
import type { DocumentHandle } from '../../sync/index.ts';
import { classNames, useAnnouncer, useDocumentTitle, useFormats, useToast } from '../../ui/index.ts';
import { type Area, AreaSwitch } from './area-switch.tsx';
import { CaseList } from './case-list.tsx';
import { CaseWork, NoCase } from './case-work.tsx';
import { FollowBar } from './follow-bar.tsx';
import { followMeeting, followStatus, type Gaze, lookAt, shownPresentation } from './follow.ts';
import { MeetingEnd } from './meeting-end.tsx';
import { MeetingHeader } from './meeting-header.tsx';
import styles from './meeting-room.module.css';
import type { MeetingScreenProps } from './meeting-screen.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { neighbour, type Step } from './order.ts';
import { PeoplePanel } from './people-panel.tsx';
import { RunControls } from './run-controls.tsx';
import { DetailsSection } from './running/details-section.tsx';
import { QuorumMissing } from './running/quorum-missing.tsx';
import { useAnnouncedArrivals, useAnnouncedMoves } from './use-announcements.ts';
import { useCurrentCase } from './use-current-case.ts';
import { isOver, mayRun } from './use-meeting.ts';
import { useMoveKeys } from './use-move-keys.ts';

type Props = { meeting: MeetingDetail; handle: DocumentHandle } & Pick<
  MeetingScreenProps,
  'report' | 'details' | 'documents' | 'call' | 'look'
>;

/** The meeting once read: one case is shown at a time, and its banner, sheet and report change together. */
export function MeetingRoom({ meeting, handle, report: Report, details: Details, documents, call, look: led }: Props) {
  const { t } = useTranslation('meetings');
  const { show } = useToast();
  const { announce, region } = useAnnouncer();
  const arrivals = useAnnouncer();
  const [gaze, setGaze] = useState<Gaze>(() =>
    led === undefined ? followMeeting : lookAt(led, meeting.currentPresentationId),
  );
  const [chosen, setArea] = useState<Area>(() => firstArea(meeting, led));
  const people = useRef<HTMLDivElement>(null);
  const lines = meeting.presentations;
  // The part « Visio » goes with the call.
  const area = chosen === 'call' && !call?.isInside ? 'sheet' : chosen;
  const runs = mayRun(meeting) && !isOver(meeting);

  const { current, move } = useCurrentCase(meeting);
  const shown = shownPresentation(gaze, current, lines);
  const status = followStatus(gaze, current, lines);
  const discussed = lines.find((line) => line.presentationId === current) ?? null;
  const toDiscuss = lines.filter(({ track }) => track === 'discussion');

  function moveTo(presentationId: string): void {
    setGaze(followMeeting);
    move(presentationId);
  }

  function step(towards: Step): void {
    const next = neighbour(toDiscuss, current, towards);
    if (next) moveTo(next.presentationId);
    else show({ message: t(toDiscuss.length === 0 ? 'list.empty' : towards === 'next' ? 'run.last' : 'run.first') });
  }

  function look(presentationId: string): void {
    setGaze(lookAt(presentationId, current));
    if (area === 'list' || area === 'people' || area === 'call') setArea('sheet');
  }

  function goToAttendance(): void {
    setArea('people');
    requestAnimationFrame(() => people.current?.focus());
  }

  const caseRegion = useFocusOfCase(shown?.presentationId ?? null);
  useMoveKeys(runs ? step : null);
  useAnnouncedMoves(discussed, lines, status === 'following', announce);
  useAnnouncedArrivals(meeting, handle.me.name, arrivals.announce);
  useCaseTitle(shown, meeting.board.name);

  return (
    <div className={styles.room} data-area={area}>
      {region}
      {arrivals.region}
      <MeetingHeader meeting={meeting}>
        {!isOver(meeting) && (
          <FollowBar
            status={status}
            discussed={discussed}
            onFollow={() => setGaze(followMeeting)}
            onBring={runs && shown ? () => moveTo(shown.presentationId) : null}
          />
        )}
        {call && meeting.video.mode === 'product' && !isOver(meeting) && <call.Entry meeting={meeting} />}
        {runs && <RunControls begun={current !== null} isMain={meeting.state !== 'planned'} onStep={step} />}
      </MeetingHeader>
      <AreaSwitch area={area} hasCall={call?.isInside ?? false} onChange={setArea} />
      <div className={styles.body}>
        {call?.isInside && <call.Area meeting={meeting} isChosen={area === 'call'} />}
        <div className={styles.areas}>
          <div className={styles.list}>
            <CaseList
              meeting={meeting}
              current={current}
              shown={shown?.presentationId ?? null}
              onLook={look}
              announce={announce}
            />
          </div>
          <div className={styles.work}>
            {shown ? (
              <CaseWork
                key={shown.presentationId}
                ref={caseRegion}
                meeting={meeting}
                line={shown}
                documents={documents}
                report={
                  <Report
                    key={shown.reportId}
                    reportId={shown.reportId}
                    goToAttendance={goToAttendance}
                    quorum={<QuorumMissing meeting={meeting} line={shown} />}
                  />
                }
              />
            ) : (
              <div className={styles.none}>
                <NoCase meeting={meeting} runs={runs} />
                {Details && <Details meeting={meeting} />}
              </div>
            )}
          </div>
          <div ref={people} tabIndex={-1} className={styles.people}>
            <PeoplePanel meeting={meeting} line={shown} me={handle.me.accountId} />
            {Details && (
              <div className={classNames(shown === null && styles.phoneOnly)}>
                <DetailsSection meeting={meeting} details={Details} />
              </div>
            )}
            <NotesPanel meeting={meeting} handle={handle} />
            <MeetingEnd meeting={meeting} />
          </div>
        </div>
      </div>
    </div>
  );
}

/** What a narrow screen shows first: the report that a link leads to, the case being discussed, or the list. */
function firstArea({ currentPresentationId }: Props['meeting'], led: string | undefined): Area {
  if (led !== undefined) return 'report';
  return currentPresentationId === null ? 'list' : 'sheet';
}

/**
 * When one case takes the place of another, the focus that was inside goes to the new one's banner: keys that were meant
 * for the previous patient write nowhere, and assistive technology says whose case this is.
 */
function useFocusOfCase(presentationId: string | null): RefObject<HTMLElement | null> {
  const region = useRef<HTMLElement>(null);
  const previous = useRef(presentationId);
  useEffect(() => {
    const replaces = previous.current !== null && previous.current !== presentationId;
    previous.current = presentationId;
    if (replaces && document.activeElement === document.body) region.current?.focus({ preventScroll: true });
  }, [presentationId]);
  return region;
}

/** The tab names the patient on the screen, with the traits that tell two patients apart. */
function useCaseTitle(shown: PresentationLine | null, board: string): void {
  const { t } = useTranslation('meetings');
  const { t: ui } = useTranslation('ui');
  const { date } = useFormats();
  useDocumentTitle(
    shown
      ? t('documentTitle', {
          name: presentPatientName(shown.patient),
          born: ui(`identity.born_${shown.patient.sex}`, { date: date(shown.patient.birthDate) }),
          board,
        })
      : board,
  );
}
