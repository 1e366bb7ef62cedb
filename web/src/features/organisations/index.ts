/**
 * Organisations: networks, establishments and departments, who administers them and belongs to them, and where help is
 * found. Boards and portals have their own features.
 */
export { CreateOrganisation } from './create-organisation.tsx';
export { HelpContacts } from './help-contacts.tsx';
export { OrganisationScreen } from './organisation-screen.tsx';
export { OrganisationsPanel } from './organisations-panel.tsx';
