import type { Document } from '@hocuspocus/server';
import { Doc } from 'yjs';
import { defineRoots } from '@concertation/shared/documents';
import { documentKinds, type DocumentKind, type DocumentName } from '@concertation/shared/domain';
import type { Channel } from './channel.ts';

/** Whose a Yjs client id is. Settled once its connection has said all it knew: nobody else can then bring news of it. */
export type ClientOwner = { accountId: string; settled: boolean };

function rootsOf(kind: DocumentKind): ReadonlySet<string> {
  const document = new Doc();
  defineRoots(document, kind);
  const roots = new Set(document.share.keys());
  document.destroy();
  return roots;
}
const roots = Object.fromEntries(documentKinds.map((kind) => [kind, rootsOf(kind)])) as Record<
  DocumentKind,
  ReadonlySet<string>
>;

/** A document in memory, with what the server must know of it beside its content. */
export class OpenDocument {
  readonly name: DocumentName;
  readonly kind: DocumentKind;
  readonly document: Document;
  readonly channels = new Set<Channel>();
  /** By Yjs client id, for as long as the document is in memory. */
  readonly owners = new Map<number, ClientOwner>();
  /** Presence colours given, by account. */
  readonly colors = new Map<string, string>();
  /** Sealed for good, or being sealed right now: no update is accepted. */
  sealed: boolean;
  /** An upper bound of the state's size in bytes, measured again when it passes the limit. */
  bytes: number;
  /** Journal rows after the newest snapshot, and their bytes. */
  tail: { rows: number; bytes: number };

  constructor(options: {
    name: DocumentName;
    kind: DocumentKind;
    document: Document;
    sealed: boolean;
    bytes: number;
    tail: { rows: number; bytes: number };
  }) {
    this.name = options.name;
    this.kind = options.kind;
    this.document = options.document;
    this.sealed = options.sealed;
    this.bytes = options.bytes;
    this.tail = options.tail;
  }

  /** The names of the only roots that a document of this kind has. */
  get roots(): ReadonlySet<string> {
    return roots[this.kind];
  }
}
