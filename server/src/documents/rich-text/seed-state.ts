import { defineRoots, sectionNames } from '@concertation/shared/documents';
import type { DocumentKind } from '@concertation/shared/domain';
import { $createParagraphNode, $getRoot } from 'lexical';
import * as Y from 'yjs';
import { openSection } from './section-editor.ts';

/** Never given to a person: a seed made twice is the same bytes, and two seedings merge into one. */
const seedClientId = 1;

const made = new Map<DocumentKind, Uint8Array>();

function makeSeed(kind: DocumentKind): Uint8Array {
  const document = new Y.Doc();
  document.clientID = seedClientId;
  defineRoots(document, kind);
  for (const section of sectionNames(kind))
    openSection(document, section).change(() => $getRoot().append($createParagraphNode()));
  const state = Y.encodeStateAsUpdate(document);
  document.destroy();
  return state;
}

/**
 * What every document of a kind starts from: one empty paragraph per section, as a Yjs update. Clients never write the
 * first paragraph themselves, or two people arriving together would write two. Same bytes every time.
 */
export function seedState(kind: DocumentKind): Uint8Array {
  const seed = made.get(kind) ?? makeSeed(kind);
  made.set(kind, seed);
  return seed.slice();
}
