import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CallClient, CallState } from './call-state.ts';
import { idleCall } from './idle-call.ts';
import type { ChatDraft } from './side/chat-draft.ts';
import type { ShownVideos } from './stage/shown-videos.ts';

/** What the call's screens must know of its meeting, wherever one is in the product. */
export type CallMeeting = {
  meetingId: string;
  boardName: string;
  /** The telephone bridge; empty: none. */
  bridge: string;
  runs: boolean;
};

export type CallLayout = 'strip' | 'stage';
export type CallSide = 'none' | 'participants' | 'chat';

export type CallScreen = {
  client: CallClient | null;
  /** Fetches the client, once. */
  load: () => Promise<CallClient>;
  meeting: CallMeeting | null;
  setMeeting: (meeting: CallMeeting) => void;
  /** « Salon d’essai » open: the step between the meeting's list and its call. */
  greenRoom: boolean;
  setGreenRoom: (open: boolean) => void;
  layout: CallLayout;
  setLayout: (layout: CallLayout) => void;
  side: CallSide;
  setSide: (side: CallSide) => void;
  /** The window of the second screen. */
  poppedOut: Window | null;
  setPoppedOut: (other: Window | null) => void;
  fullScreen: boolean;
  setFullScreen: (full: boolean) => void;
  shown: ShownVideos;
  chatDraft: ChatDraft;
  /** How many lines of the chat were there when one came in, or when it was last open. */
  readLines: number;
  setReadLines: (count: number) => void;
};

export const CallContext = createContext<CallScreen | null>(null);

/** How the call is laid out on this screen, and its client once loaded. */
export function useCallScreen(): CallScreen {
  const screen = useContext(CallContext);
  if (!screen) throw new Error('useCallScreen stands inside CallProvider');
  return screen;
}

const never = () => () => undefined;

/** A part of the call's state; the component draws again only when that part changes. `select` returns what the state holds, never a new object. */
export function useCall<Part>(select: (state: CallState) => Part): Part {
  const { client } = useCallScreen();
  return useSyncExternalStore(client?.subscribe ?? never, () => select(client?.snapshot() ?? idleCall));
}

/** What may be asked of the call, for screens that exist only once its client is loaded. */
export function useCallActions(): CallClient {
  const { client } = useCallScreen();
  if (!client) throw new Error('useCallActions stands inside a call');
  return client;
}
