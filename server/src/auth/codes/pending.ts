import { randomInt, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import { pendingSignIns } from '@concertation/schema';
import type { AwaitedCode } from '@concertation/shared/contracts';
import type { CodeChannel } from '@concertation/shared/domain';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError, hashToken, newToken } from '../../lib/index.ts';
import type { SignInAccount } from '../accounts/sign-in-account.ts';
import type { AuthNeeds } from '../needs.ts';
import { codeNotice, codeText } from '../notices.ts';
import { isHeldByMailbox } from '../passwords/stored-passwords.ts';
import { confirmedApplication } from './application.ts';

export type Pending = typeof pendingSignIns.$inferSelect;

/** How long a code is awaited. */
const awaitedMs = 600_000;
/** How soon a new one may be asked for. Source: SC-20. */
const resendMs = 30_000;
const tries = 5;
/** Passwords given right in ten minutes without a code: more would only send messages. */
const mostPending = 5;

const isLive = () => and(gt(pendingSignIns.expiresAt, new Date()), lt(pendingSignIns.attempts, tries));

/** Six digits, all equally likely. */
const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

const markOf = ({ accountKeys }: Pick<AuthNeeds, 'accountKeys'>, id: string, code: string): string =>
  accountKeys.mark('code', id, code);

async function channelOf(
  executor: Executor,
  { post }: Pick<AuthNeeds, 'post'>,
  account: SignInAccount,
): Promise<CodeChannel> {
  if (await confirmedApplication(executor, account.id)) return 'totp';
  return account.phone && post.text ? 'sms' : 'email';
}

type SendNeeds = Pick<AuthNeeds, 'post' | 'origin' | 'accountKeys'>;

/** Sends a new code, if the transaction commits; returns what is stored of it. An application makes its own. */
async function sendCode(
  tx: Transaction,
  needs: SendNeeds,
  id: string,
  account: SignInAccount,
  channel: CodeChannel,
): Promise<string | null> {
  if (channel === 'totp') return null;
  const code = newCode();
  const { post, origin } = needs;
  if (channel === 'sms' && post.text && account.phone)
    await post.text(tx, { recipient: account.phone, text: codeText(code, origin) });
  else await post.mail(tx, { recipient: account.email, ...codeNotice(code, origin) });
  return markOf(needs, id, code);
}

function toAwaited(
  pendingId: string,
  { channel, sentAt, expiresAt, emailAllowed }: Pending,
  { phone }: SignInAccount,
): AwaitedCode {
  const resendAt = emailAllowed ? sentAt.getTime() + resendMs : expiresAt.getTime();
  return {
    pendingId,
    channel: channel as CodeChannel,
    hint: channel === 'sms' ? (phone ?? '').slice(-2) : '',
    resendAfterSeconds: Math.max(0, Math.ceil((resendAt - Date.now()) / 1000)),
  };
}

/**
 * The password was right: awaits a code for ten minutes and five tries, from the application, else by SMS, else by
 * e-mail. Throws `wait` when many are awaited already; `mailbox_alone` where the same mailbox would be both factors: its
 * link chose the password, and this browser is not `known` (rule AUT-36). Source: SC-19.
 */
export async function openPending(
  tx: Transaction,
  needs: SendNeeds,
  account: SignInAccount,
  { shared, known }: { shared: boolean; known: boolean },
): Promise<AwaitedCode> {
  const awaited = await tx
    .select()
    .from(pendingSignIns)
    .where(and(eq(pendingSignIns.accountId, account.id), gt(pendingSignIns.expiresAt, new Date())))
    .orderBy(pendingSignIns.expiresAt);
  const [first] = awaited;
  if (first && awaited.length >= mostPending)
    throw new AppError('wait', { seconds: Math.max(1, Math.ceil((first.expiresAt.getTime() - Date.now()) / 1000)) });
  const pendingId = newToken();
  const id = hashToken(pendingId);
  const now = new Date();
  const channel = await channelOf(tx, needs, account);
  const mailCounts = known || !(await isHeldByMailbox(tx, account.id));
  if (channel === 'email' && !mailCounts) throw new AppError('mailbox_alone');
  const pending: Pending = {
    id,
    accountId: account.id,
    codeHash: await sendCode(tx, needs, id, account, channel),
    channel,
    // Who chose an application chose better than e-mail.
    emailAllowed: channel !== 'totp' && mailCounts,
    shared,
    sentAt: now,
    attempts: 0,
    expiresAt: new Date(now.getTime() + awaitedMs),
  };
  await tx.insert(pendingSignIns).values(pending);
  return toAwaited(pendingId, pending, account);
}

/** A sign-in whose code is awaited. Throws `code_ended` when it is unknown, finished, too late, or out of tries. */
export async function readPending(executor: Executor, pendingId: string): Promise<Pending> {
  const [pending] = await executor
    .select()
    .from(pendingSignIns)
    .where(and(eq(pendingSignIns.id, hashToken(pendingId)), isLive()));
  if (!pending) throw new AppError('code_ended');
  return pending;
}

/** Counts a try at a code before it is read. Throws `code_ended` after the fifth. */
export async function countTry(executor: Executor, { id }: Pending): Promise<number> {
  const [counted] = await executor
    .update(pendingSignIns)
    .set({ attempts: sql`${pendingSignIns.attempts} + 1` })
    .where(and(eq(pendingSignIns.id, id), isLive()))
    .returning({ attempts: pendingSignIns.attempts });
  if (!counted) throw new AppError('code_ended');
  return tries - counted.attempts;
}

/** Whether this is the code that was sent. */
export function isSentCode(needs: Pick<AuthNeeds, 'accountKeys'>, { id, codeHash }: Pending, code: string): boolean {
  const given = Buffer.from(markOf(needs, id, code));
  const sent = Buffer.from(codeHash ?? '');
  return sent.length === given.length && timingSafeEqual(sent, given);
}

/** Ends a pending sign-in: of two right answers at once, one goes on. Throws `code_ended`. */
export async function takePending(tx: Transaction, { id }: Pending): Promise<void> {
  const taken = await tx.delete(pendingSignIns).where(eq(pendingSignIns.id, id)).returning({ id: pendingSignIns.id });
  if (taken.length === 0) throw new AppError('code_ended');
}

/**
 * « Recevoir un nouveau code par e-mail »: the former one ends. Throws `wait` before thirty seconds, and to who has an
 * application. Source: SC-20.
 */
export async function resendByEmail(
  tx: Transaction,
  needs: SendNeeds,
  pendingId: string,
  pending: Pending,
  account: SignInAccount,
): Promise<AwaitedCode> {
  const { resendAfterSeconds: seconds } = toAwaited(pendingId, pending, account);
  if (seconds > 0) throw new AppError('wait', { seconds });
  const codeHash = await sendCode(tx, needs, pending.id, account, 'email');
  const sent = { codeHash, channel: 'email', sentAt: new Date() };
  const [stored] = await tx
    .update(pendingSignIns)
    .set(sent)
    .where(and(eq(pendingSignIns.id, pending.id), eq(pendingSignIns.sentAt, pending.sentAt)))
    .returning();
  if (!stored) throw new AppError('wait', { seconds: resendMs / 1000 });
  return toAwaited(pendingId, stored, account);
}

/** Ends what an account awaits: its password, its address or its ways in changed. */
export async function dropPending(tx: Transaction, accountId: string): Promise<void> {
  await tx.delete(pendingSignIns).where(eq(pendingSignIns.accountId, accountId));
}

/** Removes the sign-ins that nobody finished in time. */
export async function removeExpiredPending(executor: Executor): Promise<void> {
  await executor.delete(pendingSignIns).where(lte(pendingSignIns.expiresAt, new Date()));
}
