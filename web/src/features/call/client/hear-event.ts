import type { MediaEvent, RoomState } from '@concertation/shared/contracts';
import type { CallStore } from './call-store.ts';
import { keepSame } from './keep-same.ts';

/** Brings the state of the room, told whole, into the screen's state; being given the chair is said. */
export function hearRoom(store: CallStore, told: RoomState): void {
  const { room: before, participantId, pointers, speaker } = store.snapshot();
  const room = keepSame(before, told);
  if (room === before) return;
  const present = new Set(room.participants.map((one) => one.participantId));
  const shared = room.participants.some(({ sources }) => sources.screen);
  const pointing = [...pointers].filter(([pointer]) => shared && present.has(pointer));
  store.change({
    room,
    ...(pointing.length < pointers.size ? { pointers: new Map(pointing) } : {}),
    ...(speaker && !present.has(speaker) ? { speaker: null } : {}),
  });
  if (before && participantId && room.chairId === participantId && before.chairId !== participantId)
    store.notice('chair');
}

/** Brings what the server tells in passing into the screen's state. What touches media is not for here. */
export function hearEvent(store: CallStore, event: MediaEvent): void {
  const { chat, pointers } = store.snapshot();
  switch (event.event) {
    case 'speaker':
      store.change({ speaker: event.participantId });
      break;
    case 'chat':
      if (!chat.some(({ lineId }) => lineId === event.line.lineId)) store.change({ chat: [...chat, event.line] });
      break;
    case 'chat_kept':
      store.change({ chat: chat.map((line) => (line.lineId === event.lineId ? { ...line, kept: true } : line)) });
      break;
    case 'pointer': {
      const moved = new Map(pointers);
      if (event.at) moved.set(event.participantId, event.at);
      else moved.delete(event.participantId);
      store.change({ pointers: moved });
      break;
    }
    case 'cannot_hear':
      store.notice('cannot_hear');
      break;
    default:
      break;
  }
}
