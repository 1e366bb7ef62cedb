import { z } from 'zod';
import { boardRoles } from '../../access/index.ts';
import {
  boardFrequency,
  boardKind,
  boardLabels,
  boardLevel,
  boardVariant,
  identifier,
  line,
  paragraph,
  questionnaire,
  quorumRules,
  video,
} from '../../domain/index.ts';
import { actionSchema } from '../access.ts';
import { person } from './account.ts';
import { endpoint } from './endpoint.ts';

export const boardSummary = z.object({
  boardId: identifier,
  name: z.string(),
  kind: boardKind,
  organisation: z.string(),
});

export const memberLine = z.object({ person, role: z.enum(boardRoles) });
export type MemberLine = z.infer<typeof memberLine>;

const timeZone = z.string().refine((name) => Intl.supportedValuesOf('timeZone').includes(name), { error: 'time_zone' });

/** What a coordinator decides about the reference board. `video` is copied to the meetings planned afterwards (OO-36). */
export const boardSettings = z.object({
  name: line(160),
  kind: boardKind,
  variant: boardVariant.default('standard'),
  level: boardLevel.default('local'),
  organisationIds: z.array(identifier).min(1).max(20),
  field: z.string().trim().max(120).default(''),
  place: z.string().trim().max(120).default(''),
  charter: paragraph(20_000).default(''),
  frequency: boardFrequency.default('on_demand'),
  timeZone: timeZone.default('Europe/Paris'),
  capacity: z.number().int().min(1).max(200).nullable().default(null),
  closingHours: z.number().int().min(0).max(720).default(24),
  minutesPerCase: z.number().int().min(1).max(120).default(6),
  admitsGuests: z.boolean().default(false),
  published: z.boolean().default(false),
  showsMembers: z.boolean().default(false),
  quorum: quorumRules.nullable().default(null),
  labels: boardLabels.default([]),
  labelsMandatory: z.boolean().default(false),
  questionnaire: questionnaire.default([]),
  video: video.default({ mode: 'none', details: '' }),
});
export type BoardSettings = z.infer<typeof boardSettings>;

/** A board in a list or a search. */
export const boardCard = boardSummary.extend({
  level: boardLevel,
  field: z.string(),
  place: z.string(),
  /** What the reader is in it, most powerful first; empty for who is not a member. */
  roles: z.array(z.enum(boardRoles)),
  next: z.object({ meetingId: identifier, startsAt: z.iso.datetime() }).nullable(),
  /** The meeting held today in the board's time zone, planned, open or running. Source: SC-59, SC-90. */
  today: z.object({ meetingId: identifier, startsAt: z.iso.datetime() }).nullable(),
});
export type BoardCard = z.infer<typeof boardCard>;

export const boardDetail = boardCard.extend({
  /** To who does not belong to the board, the video's details are empty. A board of the first days may have no organisation. */
  settings: boardSettings.extend({ organisationIds: z.array(identifier).max(20) }),
  organisations: z.array(z.object({ organisationId: identifier, name: z.string() })),
  revision: z.number().int(),
  abilities: z.array(actionSchema),
  /** For its members, and for everybody when the board shows them. E-mail addresses: for its administrators (OO-24). */
  members: z.array(memberLine.extend({ email: z.string().nullable() })),
  /** Invitations not yet accepted, for who manages the board. */
  invitations: z.array(
    z.object({
      invitationId: identifier,
      email: z.string(),
      role: z.enum(boardRoles),
      /** To one meeting only. */
      meetingId: identifier.nullable(),
      expiresAt: z.iso.datetime(),
    }),
  ),
});
export type BoardDetail = z.infer<typeof boardDetail>;

/** What the link of an invitation shows before it is accepted. */
export const invitationDetail = z.object({
  invitedBy: z.string(),
  boardName: z.string().nullable(),
  meetingStartsAt: z.iso.datetime().nullable(),
  role: z.enum(boardRoles).nullable(),
  state: z.enum(['pending', 'accepted', 'expired']),
});
export type InvitationDetail = z.infer<typeof invitationDetail>;

const params = z.object({ boardId: identifier });
const manages = { action: 'board.manage', subject: 'board', param: 'boardId' } as const;
const email = z.email().max(254).toLowerCase();
const token = z.object({ token: z.string().min(20).max(100) });

export const boardEndpoints = {
  listBoards: endpoint({
    method: 'GET',
    path: '/api/boards',
    summary:
      'Boards that take patients: by name, field and place, accents and typos tolerated; without a search, mine first. At most 50',
    gate: 'signed_in',
    query: z.object({
      search: z.string().trim().max(100).optional(),
      mine: z.enum(['true', 'false']).default('false'),
      kind: z.enum(['meeting', 'opinion_platform']).optional(),
    }),
    response: z.array(boardCard),
  }),
  createBoard: endpoint({
    method: 'POST',
    path: '/api/boards',
    summary: 'Create a board and coordinate it; its organisations must exist (SC-47)',
    gate: 'signed_in',
    body: boardSettings,
    response: z.object({ boardId: identifier }),
  }),
  readBoard: endpoint({
    method: 'GET',
    path: '/api/boards/:boardId',
    summary: 'A board: `not_found` for who is no member unless it is published',
    gate: 'signed_in',
    params,
    response: boardDetail,
  }),
  updateBoard: endpoint({
    method: 'PATCH',
    path: '/api/boards/:boardId',
    summary: 'Change a board; `stale` when somebody changed it since `revision`. Meetings already planned keep theirs',
    gate: manages,
    params,
    body: boardSettings.extend({ revision: z.number().int() }),
    response: z.void(),
  }),
  setBoardMember: endpoint({
    method: 'POST',
    path: '/api/boards/:boardId/members',
    summary: 'Give somebody one role on a board, in place of another; `wrong_state` for a guest where none is admitted',
    gate: manages,
    fresh: true,
    params,
    body: z.object({ accountId: identifier, role: z.enum(boardRoles) }),
    response: z.void(),
  }),
  removeBoardMember: endpoint({
    method: 'DELETE',
    path: '/api/boards/:boardId/members/:accountId',
    summary: 'Take somebody out of a board; `last_administrator` for its only coordinator',
    gate: manages,
    fresh: true,
    params: params.extend({ accountId: identifier }),
    response: z.void(),
  }),
  inviteToBoard: endpoint({
    method: 'POST',
    path: '/api/boards/:boardId/invitations',
    summary: 'Ask somebody by e-mail to join a board; `wrong_state` for a guest where none is admitted',
    gate: manages,
    params,
    body: z.object({ email, role: z.enum(boardRoles) }),
    response: z.void(),
  }),
  withdrawInvitation: endpoint({
    method: 'DELETE',
    path: '/api/boards/:boardId/invitations/:invitationId',
    summary: 'Withdraw an invitation: its link opens nothing more',
    gate: manages,
    params: params.extend({ invitationId: identifier }),
    response: z.void(),
  }),
  inviteColleague: endpoint({
    method: 'POST',
    path: '/api/invitations',
    summary: '« Inviter un confrère »: an e-mail with a link to register (SC-25)',
    gate: 'signed_in',
    body: z.object({ email }),
    response: z.void(),
  }),
  readInvitation: endpoint({
    method: 'GET',
    path: '/api/invitations/:token',
    summary: 'What an invitation is for',
    gate: 'public',
    params: token,
    response: invitationDetail,
  }),
  acceptInvitation: endpoint({
    method: 'POST',
    path: '/api/invitations/:token/acceptance',
    summary: 'Accept an invitation; accepted twice by the same account is accepted once',
    gate: 'signed_in',
    params: token,
    response: z.object({ boardId: identifier.nullable(), meetingId: identifier.nullable() }),
  }),
};
