import { createHash } from 'node:crypto';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { chainEntries, emptyHead, type Entry, hashEntry } from './entry.ts';

const entry: Entry = {
  document: 'case:01890000-0000-7000-8000-000000000001',
  accountId: '01890000-0000-7000-8000-00000000000a',
  connectionId: null,
  receivedAt: new Date(1_700_000_000_123),
  update: Uint8Array.of(1, 2, 3),
};

// SYNC-4: written out as the specification says it, so that the bytes cannot change unnoticed
test('the hash is of the bytes that the specification names', () => {
  const name = Buffer.from(entry.document);
  const bytes = Buffer.concat([
    Buffer.alloc(32),
    Buffer.from([0, 0, 0, name.length]),
    name,
    Buffer.from([0, 0, 0, 1]),
    Buffer.from('0189000000007000800000000000000a', 'hex'),
    Buffer.alloc(16),
    Buffer.from('0000018bcfe5687b', 'hex'),
    Buffer.from([1, 2, 3]),
  ]);
  assert.is(Buffer.from(hashEntry(emptyHead, entry)).toString('hex'), createHash('sha256').update(bytes).digest('hex'));
});

test('every part of a row changes its hash', () => {
  const head = { position: 4, hash: new Uint8Array(32).fill(7) };
  const variants = [
    hashEntry(head, entry),
    hashEntry({ ...head, position: 5 }, entry),
    hashEntry({ ...head, hash: new Uint8Array(32).fill(8) }, entry),
    hashEntry(head, { ...entry, document: 'case:01890000-0000-7000-8000-000000000002' }),
    hashEntry(head, { ...entry, accountId: null }),
    hashEntry(head, { ...entry, accountId: null, connectionId: entry.accountId }),
    hashEntry(head, { ...entry, receivedAt: new Date(1_700_000_000_124) }),
    hashEntry(head, { ...entry, update: Uint8Array.of(1, 2, 4) }),
  ];
  assert.is(new Set(variants.map((hash) => Buffer.from(hash).toString('hex'))).size, variants.length);
});

// SYNC-3
test('entries of several documents are placed one after another, each in its own chain', () => {
  const other = { ...entry, document: 'case:01890000-0000-7000-8000-000000000002' };
  const heads = new Map([[entry.document, { position: 7, hash: new Uint8Array(32).fill(1) }]]);
  const rows = chainEntries([entry, other, entry, other], heads);
  assert.equal(
    rows.map(({ position }) => position),
    [8, 1, 9, 2],
  );
  assert.equal(rows[2]?.hash, hashEntry(rows[0] as (typeof rows)[0], entry));
  assert.is(heads.get(entry.document)?.position, 7);
});

test.run();
