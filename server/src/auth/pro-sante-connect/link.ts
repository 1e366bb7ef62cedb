import { and, eq, ne } from 'drizzle-orm';
import { accounts } from '@concertation/schema';
import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import { type Database, driverCode, type Transaction } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import type { Post } from '../post.ts';
import { isSameName } from './claims.ts';
import { dropIdentity, readIdentity } from './visits.ts';

type Needs = {
  database: Database;
  audit: Audit;
  post: Post;
  /** What else follows, in the same transaction: requests that wait for nothing any more. */
  verified: (tx: Transaction, accountId: string) => Promise<void>;
};

/** PostgreSQL's word for a row that would be the second of its kind. */
const taken = '23505';

/**
 * Links one's account to whom Pro Santé Connect has just named in this browser: the account is verified by it, and bears
 * its RPPS number. Asked for with a fresh proof of the account, so that both are proven. Throws `link_ended` when the
 * browser was named nobody, `pro_sante_connect_refused` when the name or a number already verified is another's,
 * `rpps_taken` when another account has it. Source: PA-12; domain 3.4.
 */
export async function linkProSanteConnect(
  { database, audit, post, verified }: Needs,
  principal: Principal,
  identitySecret: string | null,
): Promise<void> {
  await database
    .transaction(async (tx) => {
      const identity = await readIdentity(tx, identitySecret, principal.accountId);
      if (!identity || !identitySecret) throw new AppError('link_ended');
      const { subjectNameId, rpps, familyName } = identity;
      const [account] = await tx.select().from(accounts).where(eq(accounts.id, principal.accountId)).for('update');
      if (!account?.email) throw new AppError('not_found');
      if (!isSameName(account.familyName, familyName))
        throw new AppError('pro_sante_connect_refused', { reason: 'name' });
      if (account.verifiedAt && account.rpps !== null && account.rpps !== rpps)
        throw new AppError('pro_sante_connect_refused', { reason: 'number' });
      const verifiedAt = account.verifiedAt ?? new Date();
      const [other] = await tx
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(eq(accounts.subjectNameId, subjectNameId), ne(accounts.id, account.id)));
      if (other) throw new AppError('rpps_taken');
      await tx
        .update(accounts)
        // A number that was only claimed is not verified by an identity that does not bear it.
        .set({ subjectNameId, rpps: account.verifiedAt ? (rpps ?? account.rpps) : rpps, verifiedAt })
        .where(eq(accounts.id, account.id));
      await dropIdentity(tx, identitySecret);
      await post.mail(tx, {
        recipient: account.email,
        subject: 'Pro Santé Connect est associé à votre compte',
        text: 'Bonjour,\n\nVotre compte Concertation peut maintenant être ouvert par Pro Santé Connect.\n\nSi vous n’êtes pas à l’origine de cette association, prévenez l’assistance sans attendre.',
      });
      await audit.record(tx, 'pro_sante_connect.linked', principal, {});
      if (account.verifiedAt) return;
      await audit.record(tx, 'account.verified', { ...principal, subject: `account:${account.id}` }, {});
      await verified(tx, account.id);
    })
    .catch((error: unknown) => {
      throw driverCode(error) === taken ? new AppError('rpps_taken', undefined, { cause: error }) : error;
    });
}
