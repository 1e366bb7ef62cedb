import type { Route } from '../../route.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { createBoard } from './create-board.ts';
import { inviteColleague } from './invite-colleague.ts';
import { inviteToBoard } from './invite-to-board.ts';
import { listBoards } from './list-boards.ts';
import { readBoard } from './read-board.ts';
import { readInvitation } from './read-invitation.ts';
import { removeBoardMember } from './remove-board-member.ts';
import { setBoardMember } from './set-board-member.ts';
import { updateBoard } from './update-board.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

export const boardRoutes: Route[] = [
  listBoards,
  createBoard,
  readBoard,
  updateBoard,
  setBoardMember,
  removeBoardMember,
  inviteToBoard,
  withdrawInvitation,
  inviteColleague,
  readInvitation,
  acceptInvitation,
];
