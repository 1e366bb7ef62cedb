/**
 * Boards: the standing RCP, « RCP de référence » — its settings, the organisations it belongs to, who its members are,
 * who is invited. Members are grants on the board, so that one place says who may; this room knows no meeting and no
 * case beyond the id that an invitation bears.
 */
export { boardsOfOrganisation, organisationsOfBoards } from './boards-of-organisation.ts';
export { membersOfBoards, sharedBoards } from './boards-of-people.ts';
export { createBoard, type NewBoard } from './create-board.ts';
export { acceptInvitation } from './invitations/accept-invitation.ts';
export { forgetInvitations } from './invitations/forget-invitations.ts';
export { invite, type InvitationNeeds } from './invitations/invite.ts';
export { type InvitationFacts, pendingInvitations, readInvitation } from './invitations/read-invitations.ts';
export { withdrawInvitation } from './invitations/withdraw-invitation.ts';
export { lockBoard } from './lock-board.ts';
export { boardAdministrators, type BoardMember, boardMembers } from './members/board-members.ts';
export { removeBoardMember } from './members/remove-board-member.ts';
export { setBoardMember } from './members/set-board-member.ts';
export { openBoard } from './open-board.ts';
export { type BoardFacts, type BoardSummary, readBoard, readBoardFacts, readBoards } from './read-boards.ts';
export { searchBoards } from './search-boards.ts';
export { attachedOrganisations, type BoardOrganisation } from './settings/board-organisations.ts';
export { followRenaming } from './settings/follow-renaming.ts';
export { updateBoard } from './update-board.ts';
