import type { CallActions } from '../call-state.ts';
import { SignallingRefusal } from '../../../signalling/index.ts';
import type { CallStore } from './call-store.ts';
import type { Ask } from './media/media-link.ts';

type RoomActions = Pick<
  CallActions,
  | 'raiseHand'
  | 'lowerHand'
  | 'sendChat'
  | 'keepChatLine'
  | 'point'
  | 'admit'
  | 'mute'
  | 'remove'
  | 'lock'
  | 'stopScreen'
  | 'cannotHear'
>;

/** What is asked of the server in passing: a refusal is a notice; what a cut connection lost is said by the phase. */
export function roomActions(store: CallStore, session: () => { ask: Ask } | null): RoomActions {
  const tell = async (act: (ask: Ask) => Promise<unknown>): Promise<boolean> => {
    const current = session();
    if (!current) return false;
    try {
      await act(current.ask);
      return true;
    } catch (error) {
      if (error instanceof SignallingRefusal && error.code !== 'lost') store.notice('refused', error.code);
      return false;
    }
  };
  return {
    raiseHand: (raised) => void tell((ask) => ask('raiseHand', { raised })),
    lowerHand: (participantId) => void tell((ask) => ask('lowerHand', { participantId })),
    sendChat: (text) => tell((ask) => ask('sendChat', { text })),
    keepChatLine: (lineId) => void tell((ask) => ask('keepChatLine', { lineId })),
    // A pointer that is lost is replaced by its next move.
    point: (at) =>
      void session()
        ?.ask('point', { at })
        .catch(() => undefined),
    admit: (accountId, admitted) => void tell((ask) => ask('admit', { accountId, admitted })),
    mute: (participantId) => void tell((ask) => ask('mute', { participantId })),
    remove: (participantId) => void tell((ask) => ask('remove', { participantId })),
    lock: (locked) => void tell((ask) => ask('lock', { locked })),
    stopScreen: () => void tell((ask) => ask('stopScreen', {})),
    cannotHear: () => void tell((ask) => ask('cannotHear', {})),
  };
}
