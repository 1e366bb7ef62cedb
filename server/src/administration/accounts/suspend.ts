import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { readAccountFacts, restoreAccount, type Sessions, suspendAccount } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { SendMail } from '../../notifications/index.ts';
import { restoredMail, suspendedMail } from './suspension-mails.ts';
import { refuseLastAdministrator } from './platform-administrators.ts';

type Needs = { database: Database; audit: Audit; sessions: Sessions; sendMail: SendMail; origin: string };

/**
 * Suspends an account with a written reason, which is not repeated to its person: its sessions and its channels close
 * within 5 s, and it signs in no more. Throws `not_found`, `forbidden` for oneself, `wrong_state` when it is suspended
 * already, `last_administrator`.
 */
export async function suspend(
  { database, audit, sessions, sendMail }: Needs,
  principal: Principal,
  { accountId, reason }: { accountId: string; reason: string },
): Promise<void> {
  if (accountId === principal.accountId) throw new AppError('forbidden');
  await database.transaction(async (tx) => {
    await refuseLastAdministrator(tx, accountId);
    const email = (await readAccountFacts(tx, [accountId])).get(accountId)?.email;
    if (!email) throw new AppError('not_found');
    await suspendAccount(tx, sessions, { accountId, reason, by: principal });
    await sendMail(tx, suspendedMail(email));
    await audit.record(tx, 'account.suspended', { ...principal, subject: `account:${accountId}` }, {});
  });
}

/** Ends a suspension: the account signs in again, with the ways in that it had. Throws `not_found`, `wrong_state`. */
export async function endSuspension(
  { database, audit, sendMail, origin }: Needs,
  principal: Principal,
  accountId: string,
): Promise<void> {
  await database.transaction(async (tx) => {
    const email = (await readAccountFacts(tx, [accountId])).get(accountId)?.email;
    if (!email) throw new AppError('not_found');
    await restoreAccount(tx, accountId);
    await sendMail(tx, restoredMail(email, origin));
    await audit.record(tx, 'account.restored', { ...principal, subject: `account:${accountId}` }, {});
  });
}
