import type { Audit } from '../../audit/index.ts';
import type { Configuration } from '../../config/index.ts';
import type { Database } from '../../database/index.ts';
import { AppError } from '../../lib/index.ts';
import { recordingRefusal } from '../record-refusal.ts';
import type { Sessions, Visitor } from '../sessions/sessions.ts';
import { demonstrationAccountId, readSelf, type Self } from './accounts.ts';

type Needs = {
  database: Database;
  audit: Audit;
  sessions: Sessions;
  configuration: Pick<Configuration, 'demonstration'>;
};

/**
 * Signs in with an account of the demonstration, by its key. Throws `demonstration_off` where the demonstration is not
 * on (a production server never is), `not_found` while that account is not prepared.
 */
export function loginDemonstration(
  needs: Needs,
  visitor: Visitor,
  key: string,
): Promise<{ self: Self; cookie: string }> {
  return recordingRefusal(needs, null, async () => {
    if (!needs.configuration.demonstration) throw new AppError('demonstration_off');
    return needs.database.transaction(async (tx) => {
      const accountId = await demonstrationAccountId(tx, key);
      if (!accountId) throw new AppError('not_found');
      const self = await readSelf(tx, accountId);
      const { cookie } = await needs.sessions.open(tx, { ...visitor, accountId, means: 'demonstration' });
      return { self, cookie };
    });
  });
}
