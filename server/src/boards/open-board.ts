import type { BoardSettings } from '@concertation/shared/contracts';
import type { Principal } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import { createBoard } from './create-board.ts';

/**
 * Creates a board coordinated by whoever asks. Throws `invalid` when one of its organisations does not exist.
 * Source: SC-47, SC-100.
 */
export async function openBoard(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  settings: BoardSettings,
): Promise<{ boardId: string }> {
  const { accountId } = principal;
  return database.transaction(async (tx) => {
    const members = [{ accountId, role: 'coordinator' } as const];
    const { boardId } = await createBoard(tx, { ...settings, members, grantedBy: accountId });
    const scope = { ...principal, subject: `board:${boardId}` };
    await audit.record(tx, 'board.created', scope, { kind: settings.kind });
    await audit.record(tx, 'grant.given', scope, { role: 'coordinator', granteeKind: 'account', granteeId: accountId });
    return { boardId };
  });
}
