import type { DirectoryProfessional, QueuedValidation } from '@concertation/shared/contracts';
import { nationalIdOfRpps } from '@concertation/shared/domain';
import { type AccountFacts, readAccountFacts, verifiedBearers } from '../../auth/index.ts';
import type { Executor } from '../../database/index.ts';
import { readProfessionals } from '../../directory/index.ts';
import { readProofs } from '../../files/index.ts';
import { organisationsOfPeople, readOrganisations } from '../../organisations/index.ts';
import { type RequestRow, toRequest } from './request-rows.ts';

const distinct = (ids: (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];

/** What the directory says of a number, to be compared with the name typed. */
function describeProfessional(found: DirectoryProfessional | undefined): QueuedValidation['directory'] {
  if (!found) return null;
  const { givenName, familyName, profession, specialties, towns } = found;
  return {
    name: `${givenName} ${familyName}`.trim(),
    profession,
    specialty: specialties.join(', '),
    town: towns.join(', '),
  };
}

function describeAccount(account: AccountFacts, organisations: string[]): QueuedValidation['account'] {
  const { accountId, name, email, specialty, profession, rpps, services, createdAt, trialEndsAt } = account;
  return {
    accountId,
    name,
    email,
    specialty,
    profession,
    rpps,
    services,
    createdAt: createdAt.toISOString(),
    trialEndsAt: trialEndsAt?.toISOString() ?? null,
    organisations,
  };
}

/**
 * Requests as who decides sees them, in their order: who asks, what the directory says of their number, whether another
 * bears it, and the proof. One whose account is gone is left out. Eight queries, however many there are.
 */
export async function describeRequests(executor: Executor, rows: RequestRow[]): Promise<QueuedValidation[]> {
  const people = await readAccountFacts(executor, distinct(rows.flatMap((row) => [row.accountId, row.sponsorId])));
  const numbers = distinct([...people.values()].map(({ rpps }) => rpps));
  const professionals = await readProfessionals(executor, numbers.map(nationalIdOfRpps));
  const bearers = await verifiedBearers(executor, numbers);
  const asked = await readOrganisations(executor, distinct(rows.map(({ organisationId }) => organisationId)));
  const belonging = await organisationsOfPeople(executor, distinct(rows.map(({ accountId }) => accountId)));
  const proofs = await readProofs(executor, distinct(rows.map(({ fileId }) => fileId)));
  return rows.flatMap((row) => {
    const account = people.get(row.accountId);
    if (!account) return [];
    const bearer = account.rpps === null ? undefined : bearers.get(account.rpps);
    return [
      {
        ...toRequest(row),
        organisationName: asked.get(row.organisationId ?? '')?.name ?? null,
        sponsorName: people.get(row.sponsorId ?? '')?.name ?? null,
        account: describeAccount(account, belonging.get(row.accountId) ?? []),
        directory:
          account.rpps === null ? null : describeProfessional(professionals.get(nationalIdOfRpps(account.rpps))),
        numberTaken: bearer !== undefined && bearer !== account.accountId,
        file: proofs.get(row.fileId ?? '') ?? null,
      },
    ];
  });
}
