import type { NotificationAbout, NotificationKind } from '@concertation/shared/contracts';
import type { Transaction } from '../database/index.ts';

/**
 * What happened, and the accounts it concerns. `calendar` goes with the mail, as an event to keep or to strike out, or
 * as several to open (PUBLISH: an invitation holds one event).
 */
export type Notice = {
  to: string[];
  kind: NotificationKind;
  about: NotificationAbout;
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string };
  /** Of the board, for the date in the mail; Paris when absent. */
  timeZone?: string;
};

/**
 * Tells people in the product, and by e-mail those who want it, if and only if the transaction commits. Never a
 * patient's data. Rooms receive it ready to use; who asks for something is not told of their own act by this function:
 * the caller leaves them out of `to`.
 */
export type Tell = (tx: Transaction, notice: Notice) => Promise<void>;

/** For acts made in the name of fictitious people: nobody is told. */
export const tellNobody: Tell = async () => undefined;

/** A mail to an address, which may have no account. The same guarantee as `Tell`. */
export type Mail = {
  recipient: string;
  subject: string;
  text: string;
  calendar?: Notice['calendar'];
  /** It holds a code or a link that opens something: its words are forgotten once it has left. */
  secret?: boolean;
};
export type SendMail = (tx: Transaction, mail: Mail) => Promise<void>;
