import { sql } from 'drizzle-orm';
import { accountsBeside, type Principal, subjectsOfAccounts } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { type AccountFacts, findAccountByEmail, readAccountFacts } from '../../auth/index.ts';
import type { Database, Executor, Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { oneLine, type SendMail } from '../../notifications/index.ts';
import { vouchingMail } from '../mail-words.ts';
import { insertRequest, refuseFlood, waitingOf } from './request-rows.ts';

export type ValidationNeeds = { database: Database; audit: Audit; sendMail: SendMail; origin: string };

/** What is asked, and of whom. */
export type AskedValidation =
  | { kind: 'administrator'; organisationId: string | null; message: string }
  | { kind: 'sponsor'; sponsorEmail: string; message: string };

/** The organisation that two people share; null when they share none. */
export async function organisationShared(
  executor: Executor,
  accountId: string,
  otherId: string,
): Promise<string | null> {
  const beside = await accountsBeside(executor, accountId, 'organisation');
  return beside.find((held) => held.accountId === otherId)?.subjectId ?? null;
}

/** A colleague who may vouch: verified, not suspended, and of the same organisation. */
async function findSponsor(tx: Transaction, accountId: string, email: string) {
  const sponsor = await findAccountByEmail(tx, email);
  const organisationId = sponsor ? await organisationShared(tx, accountId, sponsor.accountId) : null;
  const may = sponsor && organisationId && sponsor.verifiedAt && !sponsor.suspendedAt;
  return may ? { sponsorId: sponsor.accountId, organisationId, email: sponsor.email } : null;
}

async function refuseStranger(tx: Transaction, accountId: string, organisationId: string | null): Promise<void> {
  if (organisationId === null) return;
  const held = await subjectsOfAccounts(tx, 'organisation', [accountId]);
  if (!held.some(({ subjectId }) => subjectId === organisationId))
    throw new AppError('invalid', { fields: [{ field: 'organisationId', problem: 'unknown' }] });
}

async function askSponsor(
  { audit, sendMail, origin }: ValidationNeeds,
  tx: Transaction,
  principal: Principal,
  { account, email, message }: { account: AccountFacts; email: string; message: string },
): Promise<void> {
  // A colleague vouches for who has no number to check; the others send their card.
  if (account.rpps !== null) throw new AppError('wrong_state');
  const sponsor = await findSponsor(tx, principal.accountId, email);
  if (sponsor) await sendMail(tx, vouchingMail(sponsor.email, origin, oneLine(account.name)));
  const { sponsorId = null, organisationId = null } = sponsor ?? {};
  await insertRequest({ audit }, tx, principal, { kind: 'sponsor', sponsorId, organisationId, message });
}

/**
 * Asks an administrator, or a colleague of the same organisation to vouch; nothing says whether the address typed is one's.
 * Throws `wrong_state` when all is valid, when one of the kind waits already, and for a colleague asked to vouch for a
 * number; `invalid` for an organisation that is not one's own; `too_many` after five in a day. Source: SC-24.
 */
export async function askValidation(
  needs: ValidationNeeds,
  principal: Principal,
  asked: AskedValidation,
): Promise<void> {
  const { accountId } = principal;
  await needs.database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`validation:${accountId}`}))`);
    const account = (await readAccountFacts(tx, [accountId])).get(accountId);
    if (!account) throw new AppError('not_found');
    if (account.verifiedAt) throw new AppError('wrong_state');
    if ((await waitingOf(tx, accountId)).some(({ kind }) => kind === asked.kind)) throw new AppError('wrong_state');
    await refuseFlood(tx, accountId);
    const { kind, message } = asked;
    if (kind === 'sponsor') return askSponsor(needs, tx, principal, { account, email: asked.sponsorEmail, message });
    await refuseStranger(tx, accountId, asked.organisationId);
    return insertRequest(needs, tx, principal, { kind, organisationId: asked.organisationId, message });
  });
}
