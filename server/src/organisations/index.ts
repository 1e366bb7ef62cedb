/**
 * Organisations: groups of professionals — network, establishment, department —, their help contact, and the public
 * portal of a published network. Who administers one and who belongs to it are grants, which give no right on a case.
 * It knows no board: those that belong to an organisation are the boards' business.
 */
export { helpContacts } from './help-contacts.ts';
export { joinOrganisation, leaveOrganisation } from './affiliation.ts';
export { createOrganisation } from './create-organisation.ts';
export { lockOrganisation, type OrganisationFacts, readOrganisation, readOrganisations } from './read-organisations.ts';
export {
  organisationPeople,
  type OrganisationMember,
  removeOrganisationPerson,
  setOrganisationPerson,
} from './organisation-people.ts';
export { organisationsOfPeople } from './organisations-of-people.ts';
export { listPortals, readPublishedNetwork } from './portals.ts';
export { organisationsOfAccount, searchOrganisations } from './search-organisations.ts';
export { sharedOrganisations } from './shared-organisations.ts';
export { isPortalSlug } from './portal-address.ts';
export { updateOrganisation } from './update-organisation.ts';
