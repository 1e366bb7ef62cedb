import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { codeApplications } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { readSelf } from '../accounts/accounts.ts';
import { countAttempt, countedProofs, forgetFailures } from '../attempts/attempts.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice } from '../notices.ts';
import { tellOwner } from '../tell-owner.ts';

type Row = typeof codeApplications.$inferSelect;

const secretBytes = 20;
const periodSeconds = 30;
/** A clock may be one step early or late. */
const window = 1;

const totpOf = (secret: Secret, label = ''): TOTP =>
  new TOTP({ issuer: 'Concertation', label, secret, algorithm: 'SHA1', digits: 6, period: periodSeconds });

/** The application that an account confirmed; null without one. */
export async function confirmedApplication(executor: Executor, accountId: string): Promise<Row | null> {
  const [row] = await executor
    .select()
    .from(codeApplications)
    .where(and(eq(codeApplications.accountId, accountId), isNotNull(codeApplications.confirmedAt)));
  return row ?? null;
}

/**
 * Checks a code of an application and uses it up: each serves once, and so do those before it. Returns whether it was
 * right. Source: RFC 6238, 5.2.
 */
export async function takeApplicationCode(
  executor: Executor,
  { accountKeys }: Pick<AuthNeeds, 'accountKeys'>,
  { accountId, secret }: Row,
  code: string,
): Promise<boolean> {
  const bytes = accountKeys.open(accountId, secret);
  const totp = totpOf(new Secret({ buffer: Uint8Array.from(bytes).buffer }));
  const timestamp = Date.now();
  const delta = totp.validate({ token: code, timestamp, window });
  if (delta === null) return false;
  const step = Math.floor(timestamp / 1000 / periodSeconds) + delta;
  const taken = await executor
    .update(codeApplications)
    .set({ lastStep: step })
    .where(and(eq(codeApplications.accountId, accountId), lt(codeApplications.lastStep, step)))
    .returning({ accountId: codeApplications.accountId });
  return taken.length > 0;
}

/**
 * Begins the installation of an application: its secret, shown once and kept sealed. Beginning again replaces what was
 * not confirmed; throws `wrong_state` when one is installed.
 */
export async function startCodeApplication(
  { database, accountKeys }: Pick<AuthNeeds, 'database' | 'accountKeys'>,
  { accountId }: Principal,
): Promise<{ secret: string; uri: string }> {
  const { email } = await readSelf(database.db, accountId);
  if (!email) throw new AppError('guest_only');
  const secret = new Secret({ size: secretBytes });
  const begun = { secret: accountKeys.seal(accountId, secret.bytes), lastStep: 0, createdAt: new Date() };
  const kept = await database.db
    .insert(codeApplications)
    .values({ ...begun, accountId, confirmedAt: null })
    .onConflictDoUpdate({
      target: codeApplications.accountId,
      set: begun,
      setWhere: isNull(codeApplications.confirmedAt),
    })
    .returning({ accountId: codeApplications.accountId });
  if (kept.length === 0) throw new AppError('wrong_state');
  return { secret: secret.base32, uri: totpOf(secret, email).toString() };
}

type ChangeNeeds = Pick<AuthNeeds, 'database' | 'audit' | 'post' | 'origin' | 'accountKeys'>;

/** Confirms it with a first code. Throws `wrong_state` when none awaits it, `code_refused`, and `wait` after five wrong ones. */
export async function confirmCodeApplication(needs: ChangeNeeds, principal: Principal, code: string): Promise<void> {
  const { accountId } = principal;
  const counted = countedProofs(accountId);
  await countAttempt(needs, counted);
  await needs.database.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(codeApplications)
      .where(and(eq(codeApplications.accountId, accountId), isNull(codeApplications.confirmedAt)))
      .for('update');
    if (!row) throw new AppError('wrong_state');
    if (!(await takeApplicationCode(tx, needs, row, code))) throw new AppError('code_refused');
    await tx.update(codeApplications).set({ confirmedAt: new Date() }).where(eq(codeApplications.accountId, accountId));
    await forgetFailures(tx, counted);
    await tellOwner(tx, needs.post, accountId, changeNotice('application_added', needs.origin));
    await needs.audit.record(tx, 'code_application.added', principal, {});
  });
}

/** Removes an account's application, confirmed or not. */
export async function dropApplication(tx: Transaction, accountId: string): Promise<boolean> {
  const dropped = await tx
    .delete(codeApplications)
    .where(eq(codeApplications.accountId, accountId))
    .returning({ accountId: codeApplications.accountId });
  return dropped.length > 0;
}

/** Removes one's application: codes come by SMS or e-mail again. Throws `not_found` without one. */
export async function removeCodeApplication(needs: ChangeNeeds, principal: Principal): Promise<void> {
  await needs.database.transaction(async (tx) => {
    if (!(await dropApplication(tx, principal.accountId))) throw new AppError('not_found');
    await tellOwner(tx, needs.post, principal.accountId, changeNotice('application_removed', needs.origin));
    await needs.audit.record(tx, 'code_application.removed', principal, {});
  });
}
