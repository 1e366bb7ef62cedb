import { abilities, may } from '@concertation/shared/access';
import { endpoints } from '@concertation/shared/contracts';
import {
  attachedOrganisations,
  type BoardFacts,
  type BoardOrganisation,
  pendingInvitations,
  readBoard as readFacts,
} from '../../../boards/index.ts';
import { AppError } from '../../../lib/index.ts';
import { route } from '../../route.ts';
import { boardCards } from './board-cards.ts';
import { shownMembers } from './board-members.ts';

/** A board's settings as its administration writes them. How to reach its call is for those who belong to it. */
function shownSettings(facts: BoardFacts, organisations: BoardOrganisation[], belongs: boolean) {
  const { boardId: _id, organisation: _name, revision: _revision, ...settings } = facts;
  return {
    ...settings,
    video: belongs ? settings.video : { mode: settings.video.mode, details: '' },
    organisationIds: organisations.map(({ organisationId }) => organisationId),
  };
}

/** A board's page: for its members, and for everybody once it is published. */
export const readBoard = route(endpoints.readBoard, async ({ database: { db } }, { principal, params }) => {
  const { boardId } = params;
  const facts = await readFacts(db, boardId);
  const [card] = await boardCards(db, principal.accountId, [facts]);
  const roles = card?.roles ?? [];
  const belongs = may('board.read', roles);
  if (!card || (!belongs && !facts.published)) throw new AppError('not_found');
  const attached = (await attachedOrganisations(db, [boardId])).get(boardId) ?? [];
  // The announced one stays first, so that saving the settings as they are announces it again.
  const organisations = attached.toSorted(
    (one, other) => Number(other.name === facts.organisation) - Number(one.name === facts.organisation),
  );
  const invitations = may('board.manage', roles) ? await pendingInvitations(db, boardId) : [];
  return {
    ...card,
    settings: shownSettings(facts, organisations, belongs),
    organisations,
    revision: facts.revision,
    abilities: abilities(roles),
    members: belongs || facts.showsMembers ? await shownMembers(db, boardId, roles) : [],
    invitations: invitations.map(({ expiresAt, ...rest }) => ({ ...rest, expiresAt: expiresAt.toISOString() })),
  };
});
