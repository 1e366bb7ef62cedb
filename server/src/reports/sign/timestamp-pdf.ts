import { digestOf, fillRoom, makeRoom, type Room } from './room.ts';
import type { Stamp } from './timestamp/authority.ts';

/** A file with room for a document timestamp, and nothing else added to it. Source: ISO 32000-2, 12.8.5. */
export const roomForTimestamp = (pdf: Uint8Array): Promise<Room> =>
  makeRoom(pdf, ['/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161']);

/**
 * Adds a document timestamp: an authority's word that all of a signed file was there by then. One incremental update:
 * the signatures before stay as they are. Rejects with TimestampRefused. Rule PDF-14.
 */
export async function timestampPdf(pdf: Uint8Array, stamp: Stamp): Promise<Uint8Array> {
  const room = await roomForTimestamp(pdf);
  return fillRoom(room, await stamp(digestOf(room)));
}
