import type { AuditLine } from '@concertation/shared/contracts';

/** The server gives so many lines at a time. */
export const together = 100;

/**
 * The lines on the screen once older ones were asked for: those that were there then, and the older ones. It is a picture
 * of that moment: were the first page read again beneath it, what came since would push lines out between the two.
 */
export type ReadLines = { asked: string; lines: readonly AuditLine[]; ended: boolean };

/** What is shown of what these filters ask: the picture when it is of them, the latest page otherwise. */
export function shownLines(
  read: ReadLines | null,
  asked: string,
  latest: readonly AuditLine[],
): { lines: readonly AuditLine[]; hasMore: boolean } {
  if (read?.asked === asked) return { lines: read.lines, hasMore: !read.ended };
  return { lines: latest, hasMore: latest.length >= together };
}

/** The picture with a page more. */
export function withOlder(asked: string, lines: readonly AuditLine[], older: readonly AuditLine[]): ReadLines {
  return { asked, lines: [...lines, ...older], ended: older.length < together };
}
