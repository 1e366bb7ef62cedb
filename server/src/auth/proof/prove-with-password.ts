import type { Principal } from '../../access/index.ts';
import { AppError } from '../../lib/index.ts';
import { countAttempt, countedProofs, forgetFailures } from '../attempts/attempts.ts';
import { confirmedApplication, takeApplicationCode } from '../codes/application.ts';
import type { AuthNeeds } from '../needs.ts';
import { isPassword } from '../passwords/hash-password.ts';
import { passwordHashOf } from '../passwords/stored-passwords.ts';
import { recordingRefusal } from '../record-refusal.ts';

/**
 * Proves with the password that one is there, and with the application's code where there is one. Throws
 * `credentials_refused` whatever is wrong or missing, `wait` after five.
 */
export async function proveWithPassword(
  needs: Pick<AuthNeeds, 'database' | 'audit' | 'sessions' | 'accountKeys'>,
  principal: Principal,
  { password, code }: { password: string; code?: string | undefined },
): Promise<void> {
  const { database, audit, sessions } = needs;
  const { accountId, sessionId } = principal;
  await recordingRefusal(needs, accountId, async () => {
    const counted = countedProofs(accountId);
    await countAttempt(needs, counted);
    if (!(await isPassword(await passwordHashOf(database.db, accountId), password)))
      throw new AppError('credentials_refused');
    const application = await confirmedApplication(database.db, accountId);
    const proven = application === null || takeApplicationCode(database.db, needs, application, code ?? '');
    if (!(await proven)) throw new AppError('credentials_refused');
    await database.transaction(async (tx) => {
      await forgetFailures(tx, counted);
      await sessions.noteProof(tx, sessionId);
      await audit.record(tx, 'session.proved', principal, { by: 'password' });
    });
  });
}
