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

/** Lines are read while the chat is open; a call joined again tells its lines anew. */
function useReadLines(isInside: boolean): void {
  const { client, side, readLines, setReadLines } = useCallScreen();
  const lines = useCall((state) => state.chat.length);
  useEffect(() => {
    if (isInside) setReadLines(client?.snapshot().chat.length ?? 0);
  }, [isInside, client, setReadLines]);
  useEffect(() => {
    if (side === 'chat' || readLines > lines) setReadLines(lines);
  }, [side, lines, readLines, setReadLines]);
}

/** What of the call stands over any page: green room, end screen, side panels, second screen, dock, messages. */
export function CallOverlays() {
  const { client, meeting, greenRoom, setGreenRoom, side, setSide, poppedOut, setPoppedOut, setFullScreen, chatDraft } =
    useCallScreen();
  const isInside = useCall(({ phase }) => phase === 'inside' || phase === 'reconnecting');
  const isOutside = useCall(({ phase }) => phase === 'idle' || phase === 'joining');
  const hasEnded = useCall(({ phase }) => phase === 'ended');
  useCallKeys(isInside);
  useNoticesAsToasts();
  useReadLines(isInside);
  const said = useSaid();
  useEffect(() => {
    if (isInside) return;
    poppedOut?.close();
    setPoppedOut(null);
    // The chat ends with the call, what was being typed in it too.
    chatDraft.keep('');
    setSide('none');
    setFullScreen(false);
    if (document.fullscreenElement) void document.exitFullscreen();
  }, [isInside, poppedOut, setPoppedOut, setSide, setFullScreen, chatDraft]);

  function leaveGreenRoom(): void {
    setGreenRoom(false);
    if (isOutside) client?.reset();
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
