import { type AccountFacts, readAccountFacts } from '../../auth/index.ts';
import { readCase, readCorrespondents } from '../../cases/index.ts';
import type { Transaction } from '../../database/index.ts';
import type { NamedPerson, PersonIdentity, ReportFacts } from '../facts.ts';
import { lineageOf } from '../provenance/lineage.ts';
import type { Setting } from '../reading/find-setting.ts';

type Asked = {
  reportId: string;
  setting: Setting;
  /** Accounts named by the report; null for who has none. */
  accountIds: (string | null)[];
};

export type Identifiers = {
  facts: Required<Pick<ReportFacts, 'identifiers' | 'requester' | 'correspondents'>>;
  /** What names an account beyond doubt; nothing for a guest and for who has no account. */
  identityOf: (accountId: string | null) => { identity?: PersonIdentity };
};

const toIdentity = ({ familyName, givenName, rpps, verifiedAt }: AccountFacts): PersonIdentity => ({
  familyName,
  givenName,
  rpps: verifiedAt === null ? null : rpps,
});

/**
 * What names a report, its case and its people to other programs, at the instant of a freeze. An RPPS number is said
 * only of an account that was verified. Rules FRZ-3, CDA-3.
 */
export async function gatherIdentifiers(
  tx: Transaction,
  { reportId, setting, accountIds }: Asked,
): Promise<Identifiers> {
  const { presentation, board, patient } = setting;
  const { ownerId } = await readCase(tx, presentation.caseId);
  const correspondents = await readCorrespondents(tx, presentation.caseId);
  const named = [ownerId, ...accountIds, ...correspondents.map(({ accountId }) => accountId)];
  const accounts = await readAccountFacts(tx, [...new Set(named.filter((id) => id !== null))]);
  const lineage = await lineageOf(tx, reportId);

  const identityOf = (accountId: string | null) => {
    const account = accountId === null ? undefined : accounts.get(accountId);
    return account ? { identity: toIdentity(account) } : {};
  };
  const personOf = (accountId: string): NamedPerson | null => {
    const account = accounts.get(accountId);
    return account ? { name: account.name, specialty: account.specialty, ...identityOf(accountId) } : null;
  };
  return {
    facts: {
      identifiers: {
        reportId,
        setId: lineage[0] ?? reportId,
        replacesId: lineage.at(-2) ?? null,
        patientId: patient.patientId,
        caseId: presentation.caseId,
        presentationId: presentation.presentationId,
        meetingId: presentation.meetingId,
        boardId: board.boardId,
      },
      requester: personOf(ownerId),
      correspondents: correspondents.map(({ role, name, accountId }) => ({ role, name, ...identityOf(accountId) })),
    },
    identityOf,
  };
}
