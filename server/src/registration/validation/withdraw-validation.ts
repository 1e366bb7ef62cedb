import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Database } from '../../database/index.ts';
import { removeProof } from '../../files/index.ts';
import { AppError } from '../../lib/index.ts';
import { endRequest, lockRequest } from './request-rows.ts';

/** Takes back a request of one's own, and its proof. Throws `not_found` for another's, `wrong_state` once it was decided. */
export async function withdrawValidation(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  requestId: string,
): Promise<void> {
  const { accountId } = principal;
  await database.transaction(async (tx) => {
    const request = await lockRequest(tx, requestId);
    if (request.accountId !== accountId) throw new AppError('not_found');
    if (request.state !== 'waiting') throw new AppError('wrong_state');
    await endRequest(tx, requestId, { state: 'withdrawn' });
    if (request.fileId) await removeProof(tx, { accountId, fileId: request.fileId }, accountId);
    const scope = { ...principal, subject: `account:${accountId}` };
    await audit.record(tx, 'validation.withdrawn', scope, { requestId });
  });
}
