import type { ConversationLine } from '@concertation/shared/contracts';

/** The conversations that a list holds, latest first, and whether there are older ones. */
export type KnownLines = { lines: ConversationLine[]; older: boolean };
type Page = { conversations: ConversationLine[]; older: boolean };

const at = (line: ConversationLine | undefined): string => line?.lastMessage.sentAt ?? '';

/** One of each, latest first; of two versions of one, `after`’s, unless a message came since. */
function together(before: ConversationLine[], after: ConversationLine[]): ConversationLine[] {
  const byId = new Map(before.map((line) => [line.conversationId, line]));
  for (const line of after) if (at(byId.get(line.conversationId)) <= at(line)) byId.set(line.conversationId, line);
  return [...byId.values()].sort((a, b) => at(b).localeCompare(at(a)));
}

/**
 * What is known once the latest conversations came again: those that they pushed out of their page stay. One that should
 * be in the page and is not was left. When so many moved that the page no longer reaches what was known, it alone is kept:
 * nothing may be missing in between.
 */
export function withLatest(known: KnownLines, page: Page): KnownLines {
  const last = at(page.conversations.at(-1));
  if (!page.older || at(known.lines[0]) < last) return { lines: page.conversations, older: page.older };
  const beyond = known.lines.filter((line) => at(line) <= last);
  const inPage = new Set(page.conversations.map(({ conversationId }) => conversationId));
  const reaches = known.lines.every(({ conversationId }) => inPage.has(conversationId));
  return { lines: together(beyond, page.conversations), older: reaches || known.older };
}

/** What is known once older ones came. */
export const withOlder = (known: KnownLines, page: Page): KnownLines => ({
  lines: together(known.lines, page.conversations),
  older: page.older,
});

/** What is known once one of them was left. */
export const withoutLine = (known: KnownLines, conversationId: string): KnownLines => ({
  ...known,
  lines: known.lines.filter((line) => line.conversationId !== conversationId),
});
