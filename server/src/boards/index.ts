/**
 * Boards: the standing RCP — its name, its kind, who its members are. Members are grants on the board, so that one
 * place says who may; this room knows no meeting and no case.
 */
export { boardAdministrators, boardMembers, type BoardMember } from './board-members.ts';
export { createBoard } from './create-board.ts';
export { type BoardFacts, type BoardSummary, readBoard, readBoardFacts, readBoards } from './read-boards.ts';
