import { z } from 'zod';
import { organisationRoles } from '../../access/index.ts';
import { boardKind, boardLevel, identifier, line, paragraph } from '../../domain/index.ts';
import { actionSchema } from '../access.ts';
import { person } from './account.ts';
import { endpoint } from './endpoint.ts';

/** « Filière », établissement, service. Source: SC-46. */
export const organisationKinds = ['network', 'establishment', 'department'] as const;

/** Where help is found. Empty when it is not. Source: SC-07, OO-07. */
export const helpContact = z.object({
  email: z.union([z.email().max(254), z.literal('')]),
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(/^[+\d ().-]*$/),
});
export type HelpContact = z.infer<typeof helpContact>;

const slug = z
  .string()
  .min(2)
  .max(40)
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])$/);

/** What an administrator writes. `slug` is the portal's sub-domain and path, for a network only. */
export const organisationSettings = z.object({
  kind: z.enum(organisationKinds),
  name: line(160),
  slug: slug.nullable().default(null),
  place: z.string().trim().max(120).default(''),
  presentation: paragraph(2000).default(''),
  help: helpContact.default({ email: '', phone: '' }),
  published: z.boolean().default(false),
});
export type OrganisationSettings = z.infer<typeof organisationSettings>;

export const organisationCard = z.object({
  organisationId: identifier,
  kind: z.enum(organisationKinds),
  name: z.string(),
  place: z.string(),
  slug: z.string().nullable(),
  /** What the reader is in it; null for who does not belong to it. */
  role: z.enum(organisationRoles).nullable(),
});
export type OrganisationCard = z.infer<typeof organisationCard>;

export const organisationPerson = z.object({ grantId: identifier, person, role: z.enum(organisationRoles) });
export type OrganisationPerson = z.infer<typeof organisationPerson>;

export const organisationDetail = organisationCard.extend({
  presentation: z.string(),
  help: helpContact,
  published: z.boolean(),
  abilities: z.array(actionSchema),
  /** Shown to those who belong to it. */
  people: z.array(organisationPerson),
  boards: z.array(z.object({ boardId: identifier, name: z.string() })),
});
export type OrganisationDetail = z.infer<typeof organisationDetail>;

/** A board as the public sees it: never a patient; members' names only when the board shows them. Source: SC-08, SC-57. */
export const portalBoard = z.object({
  boardId: identifier,
  name: z.string(),
  kind: boardKind,
  level: boardLevel,
  field: z.string(),
  place: z.string(),
  nextMeetingAt: z.iso.datetime().nullable(),
  /** A meeting of it is held today, in its time zone: « Participer au staff » instead of « Présenter un patient » (SC-59). */
  meetsToday: z.boolean(),
  members: z.array(z.string()),
});
export type PortalBoard = z.infer<typeof portalBoard>;

export const portal = z.object({
  slug: z.string(),
  name: z.string(),
  place: z.string(),
  presentation: z.string(),
  help: helpContact,
  boards: z.array(portalBoard),
});
export type Portal = z.infer<typeof portal>;

/** One entry of the « Assistance » menu. Source: OO-07. */
export const assistance = z.object({ name: z.string(), help: helpContact });
export type Assistance = z.infer<typeof assistance>;

const params = z.object({ organisationId: identifier });
const manages = { action: 'organisation.manage', subject: 'organisation', param: 'organisationId' } as const;

export const organisationEndpoints = {
  listOrganisations: endpoint({
    method: 'GET',
    path: '/api/organisations',
    summary: 'Organisations by name and place, typos tolerated; without a search, mine first. At most 50',
    gate: 'signed_in',
    query: z.object({ search: z.string().trim().max(100).optional() }),
    response: z.array(organisationCard),
  }),
  createOrganisation: endpoint({
    method: 'POST',
    path: '/api/organisations',
    summary: 'Create an organisation and administer it; `slug_taken` when its portal address is taken',
    gate: 'signed_in',
    body: organisationSettings,
    response: z.object({ organisationId: identifier }),
  }),
  readOrganisation: endpoint({
    method: 'GET',
    path: '/api/organisations/:organisationId',
    summary: 'An organisation: its help contact, its boards, and its people for those who belong to it',
    gate: 'signed_in',
    params,
    response: organisationDetail,
  }),
  updateOrganisation: endpoint({
    method: 'PATCH',
    path: '/api/organisations/:organisationId',
    summary: 'Change an organisation',
    gate: manages,
    params,
    body: organisationSettings,
    response: z.void(),
  }),
  setOrganisationPerson: endpoint({
    method: 'POST',
    path: '/api/organisations/:organisationId/people',
    summary: 'Make somebody administrator or member of an organisation',
    gate: manages,
    fresh: true,
    params,
    body: z.object({ accountId: identifier, role: z.enum(organisationRoles) }),
    response: z.void(),
  }),
  removeOrganisationPerson: endpoint({
    method: 'DELETE',
    path: '/api/organisations/:organisationId/people/:grantId',
    summary: 'Take somebody out; `last_administrator` for the only administrator',
    gate: manages,
    fresh: true,
    params: params.extend({ grantId: identifier }),
    response: z.void(),
  }),
  joinOrganisation: endpoint({
    method: 'POST',
    path: '/api/organisations/:organisationId/affiliation',
    summary: 'Say that I work there (it gives no right on a case)',
    gate: 'signed_in',
    params,
    response: z.void(),
  }),
  leaveOrganisation: endpoint({
    method: 'DELETE',
    path: '/api/organisations/:organisationId/affiliation',
    summary: 'Say that I no longer work there; `last_administrator` for the only administrator',
    gate: 'signed_in',
    params,
    response: z.void(),
  }),
  listPortals: endpoint({
    method: 'GET',
    path: '/api/portals',
    summary: 'The public portals of this installation',
    gate: 'public',
    response: z.array(z.object({ slug: z.string(), name: z.string(), place: z.string() })),
  }),
  readPortal: endpoint({
    method: 'GET',
    path: '/api/portals/:slug',
    summary: 'A public portal: help contact and boards, never a patient',
    gate: 'public',
    params: z.object({ slug: z.string().max(60) }),
    response: portal,
  }),
  readAssistance: endpoint({
    method: 'GET',
    path: '/api/assistance',
    summary: 'Help contacts: this installation’s, the portal’s, and those of the networks of my boards',
    gate: 'public',
    query: z.object({ slug: z.string().max(60).optional() }),
    response: z.array(assistance),
  }),
};
