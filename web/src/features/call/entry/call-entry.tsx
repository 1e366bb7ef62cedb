import type { MeetingDetail } from '@concertation/shared/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useRead } from '../../../api/index.ts';
import { Button } from '../../../ui/index.ts';
import { useCall, useCallScreen } from '../call-context.ts';
import { useInsideCall } from '../use-me-in-call.ts';
import { EngineNotice } from './engine-notice.tsx';
import styles from './entry.module.css';
import { PeopleInside } from './people-inside.tsx';

/** The address of a meeting that opens its green room at once: in diaries, mails and « Copier le lien ». */
const parameter = 'visio';
/** Milliseconds between two reads of who is inside; shorter while the engine is being prepared. */
const pace = { calm: 15_000, preparing: 2000 };

/**
 * The door of the call, in the header of its meeting: who is inside, one press to the green room; or why there is no
 * call on this server. Source: SC-79, SC-80, OO-38, OO-41 to OO-43.
 */
export function CallEntry({ meeting }: { meeting: MeetingDetail }) {
  const { t } = useTranslation('call');
  const { meetingId, board, video } = meeting;
  const { meeting: known, setMeeting, greenRoom, setGreenRoom } = useCallScreen();
  const [search, setSearch] = useSearchParams();
  const asked = search.has(parameter);
  const isInside = useInsideCall(meetingId);
  const inCall = useCall(({ phase, meetingId: current }) => phase !== 'idle' && current !== meetingId);
  const [refreshEvery, setRefreshEvery] = useState(pace.calm);
  const read = useRead('readCall', { params: { meetingId } }, { refreshEvery, enabled: !isInside });
  const summary = read.data;
  const wanted = summary?.engine.state === 'preparing' ? pace.preparing : pace.calm;
  if (wanted !== refreshEvery) setRefreshEvery(wanted);
  const runs = meeting.abilities.includes('meeting.run');
  const boardName = board.name;
  const bridge = video.details;
  const isOpen = summary === undefined || (summary.engine.state === 'ready' && !summary.removed);

  function open(): void {
    setMeeting({ meetingId, boardName, bridge, runs });
    setGreenRoom(true);
  }

  useEffect(() => {
    // A call that goes on elsewhere keeps its own meeting until somebody joins this one.
    if (!inCall) setMeeting({ meetingId, boardName, bridge, runs });
  }, [inCall, setMeeting, meetingId, boardName, bridge, runs]);

  useEffect(() => {
    if (!asked) return;
    setSearch(
      (current) => {
        current.delete(parameter);
        return current;
      },
      { replace: true },
    );
    if (isInside) return;
    setMeeting({ meetingId, boardName, bridge, runs });
    setGreenRoom(true);
  }, [asked, isInside, setSearch, setMeeting, setGreenRoom, meetingId, boardName, bridge, runs]);

  if (isInside) return null;
  if (summary && !isOpen) return <EngineNotice summary={summary} bridge={bridge} />;
  return (
    <div className={styles.entry}>
      {summary && summary.inside.length > 0 && <PeopleInside people={summary.inside} />}
      <Button
        variant="primary"
        icon="camera"
        isDisabled={read.isPending}
        isPending={greenRoom && known?.meetingId === meetingId}
        onPress={open}
      >
        {t('entry.join')}
      </Button>
    </div>
  );
}
