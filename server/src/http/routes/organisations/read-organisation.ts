import { abilities, may } from '@concertation/shared/access';
import { organisationEndpoints } from '@concertation/shared/contracts';
import { rolesOf, subjectsAllowing } from '../../../access/index.ts';
import { findPeople } from '../../../auth/index.ts';
import { boardsOfOrganisation } from '../../../boards/index.ts';
import { organisationPeople, readOrganisation as read } from '../../../organisations/index.ts';
import { route } from '../../route.ts';

/** An organisation is known to whoever signs in; its people, to those who belong to it; its boards, as boards are. */
export const readOrganisation = route(
  organisationEndpoints.readOrganisation,
  async ({ database: { db } }, { principal: { accountId }, params: { organisationId } }) => {
    const facts = await read(db, organisationId);
    const roles = await rolesOf(db, accountId, { kind: 'organisation', id: organisationId });
    const belongs = may('organisation.read', roles);
    const members = await organisationPeople(db, organisationId);
    const people = await findPeople(db, belongs ? members.map((member) => member.accountId) : []);
    const mine = await subjectsAllowing(db, accountId, 'board', 'board.read');
    const boards = await boardsOfOrganisation(db, organisationId);
    return {
      ...facts,
      role: members.find((member) => member.accountId === accountId)?.role ?? null,
      abilities: abilities(roles),
      people: members.flatMap(({ grantId, role, ...member }) => {
        const person = people.get(member.accountId);
        return person ? [{ grantId, person, role }] : [];
      }),
      boards: boards
        .filter(({ boardId, published }) => published || mine.includes(boardId))
        .map(({ boardId, name }) => ({ boardId, name })),
    };
  },
);
