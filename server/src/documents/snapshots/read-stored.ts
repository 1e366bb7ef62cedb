import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { documentSnapshots, documentUpdates } from '@concertation/schema';
import type { Executor } from '../../database/index.ts';
import { emptyHead, type Head, type Row } from '../journal/entry.ts';

/** What the database holds of a document: the newest snapshot, and the journal rows after it, in order. */
export type Stored = { snapshot: (Head & { state: Uint8Array; updateBytes: number }) | null; tail: Row[] };

/** Rows are never changed, so that a snapshot made between the two reads only makes the tail longer than it needs. */
export async function readStored(executor: Executor, document: string): Promise<Stored> {
  const [snapshot] = await executor
    .select()
    .from(documentSnapshots)
    .where(eq(documentSnapshots.document, document))
    .orderBy(desc(documentSnapshots.throughPosition))
    .limit(1);
  const tail = await executor
    .select()
    .from(documentUpdates)
    .where(and(eq(documentUpdates.document, document), gt(documentUpdates.position, snapshot?.throughPosition ?? 0)))
    .orderBy(asc(documentUpdates.position));
  if (!snapshot) return { snapshot: null, tail };
  const { throughPosition: position, hash, state, updateBytes } = snapshot;
  return { snapshot: { position, hash, state, updateBytes }, tail };
}

/** Where the stored chain ends. */
export function headOf({ snapshot, tail }: Stored): Head {
  return tail.at(-1) ?? snapshot ?? emptyHead;
}
