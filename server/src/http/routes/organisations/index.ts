import type { Route } from '../../route.ts';
import { createOrganisation } from './create-organisation.ts';
import { joinOrganisation } from './join-organisation.ts';
import { leaveOrganisation } from './leave-organisation.ts';
import { listOrganisations } from './list-organisations.ts';
import { listPortals } from './list-portals.ts';
import { readAssistance } from './read-assistance.ts';
import { readOrganisation } from './read-organisation.ts';
import { readPortal } from './read-portal.ts';
import { removeOrganisationPerson } from './remove-organisation-person.ts';
import { setOrganisationPerson } from './set-organisation-person.ts';
import { updateOrganisation } from './update-organisation.ts';

export const organisationRoutes: Route[] = [
  listOrganisations,
  createOrganisation,
  readOrganisation,
  updateOrganisation,
  setOrganisationPerson,
  removeOrganisationPerson,
  joinOrganisation,
  leaveOrganisation,
  listPortals,
  readPortal,
  readAssistance,
];
