import * as Y from 'yjs';

/** What an update says, before it is applied. */
export type Inspection = {
  /** Yjs client ids of whom it brings new words. */
  writers: number[];
  /** Names of the roots it writes into directly. */
  roots: Set<string>;
  /** False when it builds on something that the document does not hold: Yjs would put it aside, unseen and unsaved. */
  complete: boolean;
};

const isKnown = (id: Y.ID | null, ends: (client: number) => number): boolean =>
  id === null || id.clock < ends(id.client);

/** Reads an update against the document it is meant for, and changes nothing. Throws when the bytes are no update. */
export function inspectUpdate(document: Y.Doc, update: Uint8Array): Inspection {
  const { structs, ds } = Y.decodeUpdate(update);
  const held = (client: number): number => Y.getState(document.store, client);
  const added = new Map<number, number>();
  const ends = (client: number): number => added.get(client) ?? held(client);
  const inspection: Inspection = { writers: [], roots: new Set(), complete: true };
  const writers = new Set<number>();

  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip || clock > ends(client)) inspection.complete = false;
    const end = clock + struct.length;
    if (end <= ends(client)) continue;
    added.set(client, end);
    writers.add(client);
  }
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    // A parent is, before it is applied, a root's name or an id.
    const parent = struct.parent as unknown as string | Y.ID | null;
    if (typeof parent === 'string') inspection.roots.add(parent);
    const needed = [struct.origin, struct.rightOrigin, typeof parent === 'string' ? null : parent];
    if (!needed.every((id) => isKnown(id, ends))) inspection.complete = false;
  }
  for (const [client, deleted] of ds.clients)
    for (const { clock, len } of deleted) if (clock + len > ends(client)) inspection.complete = false;

  inspection.writers = [...writers];
  return inspection;
}
