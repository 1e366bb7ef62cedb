import { and, eq } from 'drizzle-orm';
import { validationRequests } from '@concertation/schema';
import type { Audit } from '../../audit/index.ts';
import { readAccountFacts } from '../../auth/index.ts';
import { type FollowProof, removeProof } from '../../files/index.ts';
import { endRequest, insertRequest, waitingOf } from './request-rows.ts';

/** Why a proof that cannot be looked at is asked again, as its person reads it. */
const unreadable =
  'Ce fichier n’a pas pu être accepté : il est illisible, protégé, ou d’un autre format que PDF, JPEG ou PNG.';

/**
 * What a proof becomes is what its request becomes, in the same transaction: received whole, it waits in place of the
 * former one, unless the account was verified meanwhile; put in quarantine, another one is awaited. Source: SC-23, SC-41.
 */
export function proofFollower({ audit }: { audit: Audit }): FollowProof {
  return async (tx, { fileId, accountId, proofKind, state }) => {
    if (state === 'quarantined') {
      const here = and(eq(validationRequests.fileId, fileId), eq(validationRequests.state, 'waiting'));
      const [row] = await tx.select().from(validationRequests).where(here).for('update');
      if (row) await endRequest(tx, row.id, { state: 'asked_again', reason: unreadable });
      return;
    }
    const facts = (await readAccountFacts(tx, [accountId])).get(accountId);
    if (facts?.verifiedAt) {
      await removeProof(tx, { accountId, fileId }, accountId);
      return;
    }
    for (const former of (await waitingOf(tx, accountId)).filter(({ kind }) => kind === 'proof')) {
      await endRequest(tx, former.id, { state: 'withdrawn' });
      if (former.fileId) await removeProof(tx, { accountId, fileId: former.fileId }, accountId);
    }
    await insertRequest({ audit }, tx, { accountId }, { kind: 'proof', proofKind, fileId });
  };
}
