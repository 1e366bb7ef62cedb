import * as Y from 'yjs';
import { sectionText } from '@concertation/shared/documents';

/** The updates of somebody who types, deletes and returns, one stroke at a time: as many as asked, always the same. */
export function* typingHistory(edits: number): Generator<Uint8Array> {
  const document = new Y.Doc();
  document.clientID = 77;
  const text = sectionText(document, 'summary');
  let update: Uint8Array | null = null;
  document.on('update', (bytes: Uint8Array) => {
    update = bytes;
  });
  for (let index = 0; index < edits; index += 1) {
    if (index % 11 === 10) text.delete(Math.max(0, text.length - 4), 1);
    else text.insert(index % 97 === 0 ? Math.floor(text.length / 2) : text.length, 'abcdefghij'[index % 10] as string);
    if (update) yield update;
  }
}
