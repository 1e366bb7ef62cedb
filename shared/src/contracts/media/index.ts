import type { z } from 'zod';
import { admit } from './admit.ts';
import { cannotHear } from './cannot-hear.ts';
import { closeConsumer } from './close-consumer.ts';
import { closeSource } from './close-source.ts';
import { connectTransport } from './connect-transport.ts';
import { consume } from './consume.ts';
import { join } from './join.ts';
import { keepChatLine } from './keep-chat-line.ts';
import { leave } from './leave.ts';
import { lock } from './lock.ts';
import { lowerHand } from './lower-hand.ts';
import { mute } from './mute.ts';
import { pauseSource } from './pause-source.ts';
import { point } from './point.ts';
import { probe } from './probe.ts';
import { produce } from './produce.ts';
import { raiseHand } from './raise-hand.ts';
import { remove } from './remove.ts';
import { reportQuality } from './report-quality.ts';
import { restartIce } from './restart-ice.ts';
import { sendChat } from './send-chat.ts';
import { stopScreen } from './stop-screen.ts';
import { tuneConsumer } from './tune-consumer.ts';

export * from './events.ts';
export * from './frames.ts';
export { type ConsumerOptions, consumerOptions } from './consume.ts';
export { type MediaPath, mediaPaths } from './probe.ts';
export * from './request.ts';
export * from './room-state.ts';
export type { IceServer, TransportOptions } from './transport-parameters.ts';

/** Path of the signalling WebSocket. It records nothing, and no request here or elsewhere does (SC-81). */
export const mediaPathname = '/media';

/** Every request of the signalling socket, by name: the server must implement all of them. */
export const mediaRequests = {
  join,
  leave,
  probe,
  connectTransport,
  restartIce,
  produce,
  pauseSource,
  closeSource,
  consume,
  tuneConsumer,
  closeConsumer,
  raiseHand,
  lowerHand,
  sendChat,
  keepChatLine,
  point,
  admit,
  mute,
  remove,
  lock,
  stopScreen,
  cannotHear,
  reportQuality,
};
export type MediaRequestName = keyof typeof mediaRequests;
export type MediaInput<Name extends MediaRequestName> = z.output<(typeof mediaRequests)[Name]['input']>;
export type MediaOutput<Name extends MediaRequestName> = z.output<(typeof mediaRequests)[Name]['output']>;
