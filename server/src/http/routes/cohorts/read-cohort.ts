import { abilities, type CohortRole } from '@concertation/shared/access';
import { endpoints } from '@concertation/shared/contracts';
import { findPeople } from '../../../auth/index.ts';
import { cohortMembers, readCohort as readFacts } from '../../../cohorts/index.ts';
import { route } from '../../route.ts';
import { readableCases } from './readable-cases.ts';

/** A cohort as one member sees it. Not audited: it shows identities, and of those cases only that the reader may read. */
export const readCohort = route(endpoints.readCohort, async ({ database: { db } }, { principal, params, roles }) => {
  const { name, description } = await readFacts(db, params.cohortId);
  const { rows, reserved } = await readableCases(db, principal.accountId, params.cohortId);
  const members = await cohortMembers(db, params.cohortId);
  const people = await findPeople(
    db,
    members.map(({ accountId }) => accountId),
  );
  const role: CohortRole = roles.includes('cohort_owner') ? 'cohort_owner' : 'cohort_member';
  return {
    cohortId: params.cohortId,
    name,
    description,
    caseCount: rows.length + reserved,
    role,
    abilities: abilities(roles),
    cases: rows.map(({ caseId, patient, addedAt }) => ({ caseId, patient, addedAt: addedAt.toISOString() })),
    reserved,
    members: members.flatMap((member) => {
      const person = people.get(member.accountId);
      return person ? [{ person, role: member.role }] : [];
    }),
  };
});
