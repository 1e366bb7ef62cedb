import type { MediaRequestName } from '@concertation/shared/contracts';
import { admit } from './admit.ts';
import { cannotHear } from './cannot-hear.ts';
import { closeConsumer } from './close-consumer.ts';
import { closeSource } from './close-source.ts';
import { connectTransport } from './connect-transport.ts';
import { consume } from './consume.ts';
import type { Handler } from './handler.ts';
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

/** Every request of the contract, each answered in a file of its own. */
export const handlers: { readonly [Name in MediaRequestName]: Handler<Name> } = {
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
