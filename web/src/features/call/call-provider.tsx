import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CallContext, type CallLayout, type CallMeeting, type CallScreen, type CallSide } from './call-context.ts';
import type { CallClient } from './call-state.ts';
import { keptCall } from './client/kept-call.ts';
import { loadCallClient } from './load-call-client.ts';
import { ChatDraft } from './side/chat-draft.ts';
import { ShownVideos } from './stage/shown-videos.ts';

/**
 * Holds one call for the whole signed-in frame: it goes on while one moves from page to page, and ends with the frame.
 * Its screens are fetched when somebody goes towards a call, after `loadWords`, what they say. `loadClient` is the
 * product's own unless a test page gives another.
 */
export function CallProvider({
  children,
  loadWords,
  loadClient = loadCallClient,
}: {
  children: ReactNode;
  loadWords: () => Promise<void>;
  loadClient?: () => Promise<CallClient>;
}) {
  const [client, setClient] = useState<CallClient | null>(null);
  const [meeting, setMeeting] = useState<CallMeeting | null>(null);
  const [greenRoom, setGreenRoom] = useState(false);
  const [layout, setLayout] = useState<CallLayout>('strip');
  const [side, setSide] = useState<CallSide>('none');
  const [poppedOut, setPoppedOut] = useState<Window | null>(null);
  const [fullScreen, setFullScreen] = useState(false);
  const loaded = useRef<{ client: CallClient | null; loading: Promise<CallClient> | null }>({
    client: null,
    loading: null,
  });
  const [Overlays] = useState(() =>
    lazy(async () => {
      const [{ CallOverlays }] = await Promise.all([import('./call-overlays.tsx'), loadWords()]);
      return { default: CallOverlays };
    }),
  );
  const [shown] = useState(() => new ShownVideos());
  const [chatDraft] = useState(() => new ChatDraft());
  const [readLines, setReadLines] = useState(0);

  const load = useCallback((): Promise<CallClient> => {
    const keeper = loaded.current;
    keeper.loading ??= loadClient().then(
      (created) => {
        keeper.client = created;
        shown.tellTo(created.show);
        setClient(created);
        return created;
      },
      (error: unknown) => {
        // The next attempt fetches again: a network that failed once must not close the call for good.
        keeper.loading = null;
        throw error;
      },
    );
    return keeper.loading;
  }, [loadClient, shown]);

  useEffect(() => {
    const keeper = loaded.current;
    return () => {
      keeper.client?.dispose();
      keeper.client = null;
      keeper.loading = null;
      setClient(null);
    };
  }, []);

  useEffect(() => {
    const kept = keptCall();
    if (!kept) return;
    const { meetingId, microphone, camera } = kept;
    const isGone = { current: false };
    async function comeBack(): Promise<void> {
      const created = await load();
      if (isGone.current) return;
      await created.join(meetingId, { microphone, camera });
      // Refused: its green room says why, where the meeting is on screen.
      if (created.snapshot().error !== null && location.pathname === `/reunions/${meetingId}`) setGreenRoom(true);
    }
    // A page loaded again in the middle of a call comes back into it by itself; without its client, by its door.
    comeBack().catch(() => undefined);
    return () => {
      isGone.current = true;
    };
  }, [load]);

  const screen = useMemo<CallScreen>(
    () => ({
      client,
      load,
      meeting,
      setMeeting,
      greenRoom,
      setGreenRoom,
      layout,
      setLayout,
      side,
      setSide,
      poppedOut,
      setPoppedOut,
      fullScreen,
      setFullScreen,
      shown,
      chatDraft,
      readLines,
      setReadLines,
    }),
    [client, load, meeting, greenRoom, layout, side, poppedOut, fullScreen, shown, chatDraft, readLines],
  );
  return (
    <CallContext value={screen}>
      {children}
      {(client !== null || greenRoom) && (
        <Suspense>
          <Overlays />
        </Suspense>
      )}
    </CallContext>
  );
}
