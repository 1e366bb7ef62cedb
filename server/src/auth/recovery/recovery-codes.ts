import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { Secret } from 'otpauth';
import { recoveryCodes } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { accountAt, nobody } from '../accounts/sign-in-account.ts';
import { countAttempt, countedFor, forgetFailures } from '../attempts/attempts.ts';
import type { AuthNeeds } from '../needs.ts';
import { changeNotice, recoveryCodeNotice } from '../notices.ts';
import { recordingRefusal } from '../record-refusal.ts';
import { admit, type SignedIn } from '../sessions/admit.ts';
import type { Visitor } from '../sessions/sessions.ts';
import { tellOwner } from '../tell-owner.ts';

const howMany = 10;
/** 120 bits: 24 letters and digits, in six groups. */
const codeBytes = 15;

const newCode = (): string =>
  (new Secret({ buffer: Uint8Array.from(randomBytes(codeBytes)).buffer }).base32.match(/.{4}/g) as string[]).join('-');

/** As printed, whatever the case and the separators; 0, 1 and 8 are not in base32: they were read for O, I and B. */
const readCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('0', 'O').replaceAll('1', 'I').replaceAll('8', 'B');

const markOf = ({ accountKeys }: Pick<AuthNeeds, 'accountKeys'>, accountId: string, code: string): string =>
  accountKeys.mark('recovery_code', accountId, readCode(code));

/** Ten codes to print, shown once; the former ones end, and the owner is told. */
export async function makeRecoveryCodes(
  needs: Pick<AuthNeeds, 'database' | 'audit' | 'post' | 'origin' | 'accountKeys'>,
  principal: Principal,
): Promise<string[]> {
  const { accountId } = principal;
  const codes = Array.from({ length: howMany }, newCode);
  const createdAt = new Date();
  await needs.database.transaction(async (tx) => {
    await dropRecoveryCodes(tx, accountId);
    await tx
      .insert(recoveryCodes)
      .values(codes.map((code) => ({ accountId, codeHash: markOf(needs, accountId, code), createdAt })));
    await tellOwner(tx, needs.post, accountId, changeNotice('recovery_codes_made', needs.origin));
    await needs.audit.record(tx, 'recovery_codes.made', principal, {});
  });
  return codes;
}

/** Ends an account's codes. */
export async function dropRecoveryCodes(tx: Transaction, accountId: string): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
}

const unused = (accountId: string) => and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));

/** Uses a code up; returns how many are left, or null when it is none. Of two at once, one is right. */
async function takeCode(executor: Executor, needs: AuthNeeds, accountId: string, code: string): Promise<number | null> {
  const taken = await executor
    .update(recoveryCodes)
    .set({ usedAt: new Date() })
    .where(and(unused(accountId), eq(recoveryCodes.codeHash, markOf(needs, accountId, code))))
    .returning({ codeHash: recoveryCodes.codeHash });
  if (taken.length === 0) return null;
  const left = await executor.select({ codeHash: recoveryCodes.codeHash }).from(recoveryCodes).where(unused(accountId));
  return left.length;
}

/**
 * Signs in with one of the printed codes, which serves once. The other ways in stay, and the owner is told. The same
 * words whether the e-mail, the code or both are wrong: `credentials_refused`, or `wait`.
 */
export async function signInWithRecoveryCode(
  needs: AuthNeeds,
  visitor: Visitor,
  { email, recoveryCode }: { email: string; recoveryCode: string },
): Promise<SignedIn> {
  const { database, post, audit, origin } = needs;
  const account = await accountAt(database.db, needs, email);
  const accountId = account?.id ?? nobody;
  return recordingRefusal(needs, account?.id ?? null, async () => {
    const counted = await countedFor(needs, visitor, email, accountId);
    await countAttempt(needs, counted);
    return database.transaction(async (tx) => {
      const left = await takeCode(tx, needs, accountId, recoveryCode);
      if (left === null || !account) throw new AppError('credentials_refused');
      await forgetFailures(tx, counted);
      await post.mail(tx, { recipient: account.email, ...recoveryCodeNotice(left, origin) });
      const signedIn = await admit(needs, tx, visitor, { account, means: 'recovery_code' });
      await audit.record(tx, 'recovery_code.used', { accountId }, { left });
      return signedIn;
    });
  });
}
