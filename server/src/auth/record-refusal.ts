import type { Audit } from '../audit/index.ts';
import type { Database } from '../database/index.ts';
import { AppError } from '../lib/index.ts';

/**
 * Does what may refuse somebody at the door; a refusal leaves its trace, with its code, in a transaction of its own
 * (the refused one is undone), and goes on. `accountId` is whose account was knocked at, once that is known.
 */
export async function recordingRefusal<Result>(
  { database, audit }: { database: Database; audit: Audit },
  accountId: string | null,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.status < 500) {
      await database.transaction((tx) => audit.record(tx, 'session.refused', { accountId }, { reason: error.code }));
    }
    throw error;
  }
}
