import { inArray } from 'drizzle-orm';
import { reportPrefills } from '@concertation/schema';
import { documentName } from '@concertation/shared/domain';
import { rolesOfAll } from '../../access/index.ts';
import { findPeople } from '../../auth/index.ts';
import type { Transaction } from '../../database/index.ts';
import { readAuthors } from '../../documents/index.ts';
import type { Author } from '../facts.ts';
import { lineageOf } from '../provenance/lineage.ts';
import { type Report, reportDocument } from '../report-rows.ts';

/** Of several roles, the one that says best what somebody was to a report. */
const tellingRoles = [
  'presenter',
  'coordinator',
  'delegate',
  'secretary',
  'referent',
  'owner',
  'expert',
  'member',
  'reader',
  'guest',
];

/** Who wrote in a report, in those that it corrects, and in the sheets that were copied into them: by account, as they are at this instant. Rule PRV-5. */
export async function findAuthors(tx: Transaction, { id }: Report): Promise<Record<string, Author>> {
  const lineage = await lineageOf(tx, id);
  const copied = await tx
    .select({ caseId: reportPrefills.caseId, through: reportPrefills.casePosition })
    .from(reportPrefills)
    .where(inArray(reportPrefills.reportId, lineage));
  const accountIds = await readAuthors(tx, [
    ...lineage.map((each) => ({ document: reportDocument(each), through: null })),
    ...copied.map(({ caseId, through }) => ({ document: documentName('case', caseId), through })),
  ]);
  const people = await findPeople(tx, accountIds);
  const roles = await rolesOfAll(
    tx,
    accountIds.map((accountId) => ({ accountId, subject: { kind: 'report', id } as const })),
  );
  return Object.fromEntries(
    accountIds.map((accountId, index): [string, Author] => {
      const { name, specialty } = people.get(accountId) ?? { name: '', specialty: '' };
      const role = tellingRoles.find((each) => (roles[index] as string[] | undefined)?.includes(each)) ?? 'former';
      return [accountId, { name, specialty, role }];
    }),
  );
}
