/**
 * Boards, « staffs »: the list one chooses from, a board's page, its administration, and what an invitation is for.
 * The search of a colleague and a board's dates belong to other features, and are composed in routes.
 */
export { InvitationCard } from './invitation/invitation-card.tsx';
export { BoardsPanel } from './list/boards-panel.tsx';
export { ParticipateChoice } from './list/participate-choice.tsx';
export { PresentButton } from './list/present-button.tsx';
export { BoardCharter } from './page/board-charter.tsx';
export { BoardFactsPanel } from './page/board-facts.tsx';
export { InvitationsPanel } from './page/invitations-panel.tsx';
export { MembersPanel } from './page/members-panel.tsx';
export { AdministrationForm } from './settings/administration-form.tsx';
export { NewBoardForm } from './settings/new-board-form.tsx';
export { useBoardWords } from './words/use-board-words.ts';
