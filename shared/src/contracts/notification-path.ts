import type { NotificationAbout, NotificationKind } from './http/notifications.ts';

/**
 * The page that a notification leads to, for its mail and for the screen; null when it names nothing that has one.
 * Who
 * reads the report and not the case is led to the report. Who is told that a case came on a list prepares the meeting; others look at the case first. Source: SC-78.
 */
export function notificationPath(kind: NotificationKind, about: NotificationAbout): string | null {
  const { caseId, reportId, opinionId, meetingId, boardId, conversationId } = about;
  const meeting = meetingId ? `/reunions/${meetingId}` : null;
  const board = boardId ? `/staff/${boardId}` : null;
  if (kind === 'opinion_asked') return caseId && opinionId ? `/avis/${caseId}/${opinionId}` : '/avis';
  if (kind === 'message_received') return conversationId ? `/messages/${conversationId}` : '/messages';
  if (!caseId && reportId) return `/comptes-rendus/${reportId}`;
  if (kind === 'presentation_added') return meeting ?? board;
  return caseId ? `/dossiers/${caseId}` : (meeting ?? board);
}
