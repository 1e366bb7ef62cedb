import type { Principal } from '../../access/index.ts';
import type { Audit } from '../../audit/index.ts';
import type { Sessions } from '../../auth/index.ts';
import type { Database } from '../../database/index.ts';
import { setPlainPages } from '../../reports/index.ts';
import { gatherPersonalData } from './gather-personal-data.ts';
import { personalPages } from './personal-pages.ts';

/**
 * Everything kept of one's account as a person: JSON, for a machine and to the last line, or a PDF to be read. Recorded
 * before it leaves. Neither a secret nor anything of a patient is in it. Throws `not_found`. Source: SC-44, GDPR art. 15
 * and 20.
 */
export async function exportPersonalData(
  { database, audit, sessions }: { database: Database; audit: Audit; sessions: Sessions },
  principal: Principal,
  format: 'json' | 'pdf',
): Promise<Uint8Array> {
  const data = await gatherPersonalData({ executor: database.db, sessions }, principal);
  const content =
    format === 'pdf'
      ? await setPlainPages(personalPages(data))
      : Buffer.from(`${JSON.stringify(data, null, 2)}\n`, 'utf8');
  const scope = { ...principal, subject: `account:${principal.accountId}` };
  await database.transaction((tx) => audit.record(tx, 'personal_data.exported', scope, { format }));
  return content;
}
