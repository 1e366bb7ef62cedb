import * as Y from 'yjs';
import type { Stored } from './read-stored.ts';

/**
 * Brings what is stored into a Yjs document, in one transaction with the given origin. A row that cannot be applied is
 * left out and returned by its position: one bad row must not make a document unreadable (rule SYNC-8). A snapshot that
 * cannot be applied throws: without it the rest would be a blank.
 */
export function applyStored(
  document: Y.Doc,
  { snapshot, tail }: Stored,
  origin: unknown = null,
): { quarantined: number[] } {
  const quarantined: number[] = [];
  document.transact(() => {
    if (snapshot) Y.applyUpdate(document, snapshot.state);
    for (const { update, position } of tail) {
      try {
        Y.decodeUpdate(update);
        Y.applyUpdate(document, update);
      } catch {
        quarantined.push(position);
      }
    }
  }, origin);
  return { quarantined };
}
