import {
  createEncoder,
  toUint8Array,
  writeVarInt,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readFrame } from './frames.ts';

function frame(...parts: (string | number | Uint8Array)[]): Uint8Array {
  const encoder = createEncoder();
  for (const part of parts) {
    if (typeof part === 'string') writeVarString(encoder, part);
    else if (typeof part === 'number') writeVarUint(encoder, part);
    else writeVarUint8Array(encoder, part);
  }
  return toUint8Array(encoder);
}

test('what carries edits is told from what does not', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  assert.equal(readFrame(frame('case:1', 0, 0, bytes)), { name: 'case:1', kind: 'other' });
  assert.equal(readFrame(frame('case:1', 0, 1, bytes)), { name: 'case:1', kind: 'handshake' });
  assert.equal(readFrame(frame('case:1', 0, 2, bytes)), { name: 'case:1', kind: 'update' });
  assert.equal(readFrame(frame('case:1', 1, bytes)), { name: 'case:1', kind: 'other' });
});

test('the server writes its answer as a signed number', () => {
  for (const [value, kind] of [
    [1, 'acknowledged'],
    [0, 'refused'],
  ] as const) {
    const encoder = createEncoder();
    writeVarString(encoder, 'report:1');
    writeVarUint(encoder, 8);
    writeVarInt(encoder, value);
    assert.equal(readFrame(toUint8Array(encoder)), { name: 'report:1', kind });
  }
});

test('a ping, or nothing, is addressed to no document', () => {
  assert.is(readFrame(new Uint8Array([9])), null);
  assert.is(readFrame(new Uint8Array()), null);
});

test.run();
