import { z } from 'zod';

/** Every entity is named by a UUID in lower case; the product makes version 7 so that rows sort by creation. */
export const identifier = z.uuid().toLowerCase();

/** The kinds of Yjs document. Source: docs/glossary.md. */
export const documentKinds = ['case', 'meeting', 'report'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A Yjs document's name on the wire: `case:<uuid>`, `meeting:<uuid>` or `report:<uuid>`. */
export type DocumentName = `${DocumentKind}:${string}`;

const documentNamePattern = /^(case|meeting|report):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Builds a document's name from its kind and its entity's id. */
export function documentName(kind: DocumentKind, id: string): DocumentName {
  return `${kind}:${id}`;
}

/** Reads a document's name; null for anything that is not exactly one. */
export function parseDocumentName(name: string): { kind: DocumentKind; id: string } | null {
  const match = documentNamePattern.exec(name);
  return match ? { kind: match[1] as DocumentKind, id: match[2] as string } : null;
}
