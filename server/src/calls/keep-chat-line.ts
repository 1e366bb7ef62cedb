import type { ChatLine } from '@concertation/shared/contracts';
import { documentName } from '@concertation/shared/domain';
import { type Principal, requireAccess } from '../access/index.ts';
import type { Audit } from '../audit/index.ts';
import { readBoard } from '../boards/index.ts';
import type { Database } from '../database/index.ts';
import { appendParagraph, type LiveDocuments } from '../documents/index.ts';
import { readMeeting } from '../meetings/index.ts';

type Needs = { database: Database; live: LiveDocuments };

/** « Dr X (14:32) : texte », on one line, at the board's own time. */
export function chatLineAsText({ name, at, text }: Pick<ChatLine, 'name' | 'at' | 'text'>, timeZone: string): string {
  const time = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at));
  return `${name} (${time}) : ${text.replace(/\s+/g, ' ')}`;
}

/**
 * Writes a line of the chat at the end of the meeting's notes, in the name of who keeps it; resolves once durable. For
 * whoever may write the meeting: throws `forbidden`, and `storage_unavailable`.
 */
export async function keepChatLine(
  { database, live }: Needs,
  principal: Principal,
  meetingId: string,
  line: ChatLine,
): Promise<void> {
  await requireAccess(database.db, principal, 'meeting.write', { kind: 'meeting', id: meetingId });
  const { boardId } = await readMeeting(database.db, meetingId);
  const { timeZone } = await readBoard(database.db, boardId);
  await live.edit(documentName('meeting', meetingId), principal, (document) =>
    appendParagraph(document, 'notes', chatLineAsText(line, timeZone)),
  );
}

/** Writes down who kept which line. Apart, since the line is in the notes whether or not this succeeds. */
export async function recordKeptLine(
  { database, audit }: { database: Database; audit: Audit },
  principal: Principal,
  meetingId: string,
  line: Pick<ChatLine, 'lineId' | 'accountId'>,
): Promise<void> {
  await database.transaction((tx) =>
    audit.record(
      tx,
      'call.line_kept',
      { ...principal, subject: `meeting:${meetingId}` },
      { lineId: line.lineId, authorId: line.accountId },
    ),
  );
}
