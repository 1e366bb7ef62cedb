import type { SessionMeans } from '@concertation/shared/domain';
import type { Transaction } from '../../database/index.ts';
import { readSelf, type Self } from '../accounts/accounts.ts';
import { rememberDevice } from '../devices/devices.ts';
import { newDeviceNotice } from '../notices.ts';
import type { AuthNeeds } from '../needs.ts';
import type { Visitor } from './sessions.ts';

/** Who signed in; the Set-Cookie value of their session, and that of the browser to remember, unless it is shared. */
export type SignedIn = { self: Self; cookie: string; deviceCookie: string | null };

export type Admission = {
  account: { id: string; email: string };
  means: SessionMeans;
  /** The passkey that opened it. */
  passkeyId?: string;
  /** Ends at this instant at the latest. */
  until?: Date;
  /** Given back to Pro Santé Connect at sign-out. */
  providerToken?: string;
  /** When they proved it, where it was before now (Pro Santé Connect’s own session); null where that is not known. */
  provedAt?: Date | null;
};

/**
 * Lets in somebody who proved who they are: remembers the browser, tells the owner by mail of one that was not known,
 * and opens the session. In the caller's transaction, last: it records the audit. Source: domain 3.5 (RIE-PS 09).
 */
export async function admit(
  { sessions, post, origin, configuration }: Pick<AuthNeeds, 'sessions' | 'post' | 'origin' | 'configuration'>,
  tx: Transaction,
  visitor: Visitor,
  { account, ...opening }: Admission,
): Promise<SignedIn> {
  const self = await readSelf(tx, account.id);
  const { deviceId, known, cookie: deviceCookie } = await rememberDevice(tx, { configuration }, visitor, account.id);
  if (!known)
    await post.mail(tx, {
      recipient: account.email,
      ...newDeviceNotice(visitor.device, visitor.shared === true, origin),
    });
  const { cookie } = await sessions.open(tx, { ...visitor, ...opening, accountId: account.id, deviceId });
  return { self, cookie, deviceCookie };
}
