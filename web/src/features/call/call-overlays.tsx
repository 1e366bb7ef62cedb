import { useEffect } from 'react';
import { AfterDialog } from './after/after-dialog.tsx';
import { useCall, useCallScreen } from './call-context.ts';
import { useCallKeys } from './controls/use-call-keys.ts';
import { CallDock } from './dock/call-dock.tsx';
import { GreenRoom } from './green-room/green-room.tsx';
import { useNoticesAsToasts } from './inside/use-notices-as-toasts.ts';
import { useSaid } from './inside/use-said.tsx';
import { ChatPanel } from './side/chat-panel.tsx';
import { ParticipantsPanel } from './side/participants-panel.tsx';
import { PopOut } from './stage/pop-out.tsx';

/** What of the call stands over any page: green room, end screen, side panels, second screen, dock, messages. */
export function CallOverlays() {
  const { client, meeting, greenRoom, setGreenRoom, side, setSide, poppedOut, setFullScreen } = useCallScreen();
  const isInside = useCall(({ phase }) => phase === 'inside' || phase === 'reconnecting');
  const isIdle = useCall(({ phase }) => phase === 'idle');
  const hasEnded = useCall(({ phase }) => phase === 'ended');
  useCallKeys(isInside);
  useNoticesAsToasts();
  const said = useSaid();
  useEffect(() => {
    if (isInside) return;
    poppedOut?.close();
    setSide('none');
    setFullScreen(false);
    if (document.fullscreenElement) void document.exitFullscreen();
  }, [isInside, poppedOut, setSide, setFullScreen]);

  function leaveGreenRoom(): void {
    setGreenRoom(false);
    if (isIdle) client?.reset();
  }

  return (
    <>
      {said}
      {greenRoom && meeting && <GreenRoom key={meeting.meetingId} meeting={meeting} onClose={leaveGreenRoom} />}
      {hasEnded && <AfterDialog />}
      {isInside && (
        <>
          {side === 'participants' && <ParticipantsPanel />}
          {side === 'chat' && <ChatPanel />}
          {poppedOut && <PopOut other={poppedOut} />}
          <CallDock />
        </>
      )}
    </>
  );
}
