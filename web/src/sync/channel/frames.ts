import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';

/** What a Hocuspocus frame means for what is durable; everything else is `other`. */
export type Frame = { name: string; kind: 'handshake' | 'update' | 'acknowledged' | 'refused' | 'other' };

const sync = 0;
const syncStatus = 8;
const stepTwo = 1;
const update = 2;

/** Reads a frame's document name and kind from its first bytes; null for what is not addressed to a document. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = createDecoder(bytes);
    const name = readVarString(decoder);
    const type = readVarUint(decoder);
    if (type !== sync && type !== syncStatus) return { name, kind: 'other' };
    const detail = readVarUint(decoder);
    if (type === syncStatus) return { name, kind: detail === 1 ? 'acknowledged' : 'refused' };
    return { name, kind: detail === stepTwo ? 'handshake' : detail === update ? 'update' : 'other' };
  } catch {
    return null;
  }
}
