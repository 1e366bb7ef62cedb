import { MessageType } from '@hocuspocus/server';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';

/**
 * The beginning of every Hocuspocus frame: the address (the document's name, then possibly NUL and a session's id),
 * then the type of message.
 */
export type FrameHeader = { address: string; document: string; type: number; subtype: number | null };

/** Reads a frame's beginning; null when it is no frame. */
export function readHeader(frame: Uint8Array): FrameHeader | null {
  try {
    const decoder = createDecoder(frame);
    const address = readVarString(decoder);
    const type = readVarUint(decoder);
    const subtype = decoder.pos < frame.length ? readVarUint(decoder) : null;
    return { address, document: address.split('\0', 1)[0] as string, type, subtype };
  } catch {
    return null;
  }
}

/** The type alone, without decoding the name where its length takes one byte: asked of every frame that leaves. */
export function frameType(frame: Uint8Array): number {
  const length = frame[0] ?? 0;
  return (length < 128 ? frame[1 + length] : readHeader(frame)?.type) ?? MessageType.Unknown;
}

/** « Permission denied » is the second kind of authentication message (@hocuspocus/common, AuthMessageType). */
export function isPermissionDenied({ type, subtype }: FrameHeader): boolean {
  return type === MessageType.Auth && subtype === 1;
}

/** « Saved », for one message of the channel at this address. */
export function acknowledgement(address: string): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, address);
  writeVarUint(encoder, MessageType.SyncStatus);
  writeVarUint(encoder, 1);
  return toUint8Array(encoder);
}
