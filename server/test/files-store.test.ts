import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { diskStore } from '../src/files/store/disk-store.ts';
import type { FileStore } from '../src/files/store/file-store.ts';
import { s3Store } from '../src/files/store/s3-store.ts';
import { newId } from '../src/lib/index.ts';

// One contract, held by every place where documents may be kept.

const directory = mkdtempSync(join(tmpdir(), 'concertation-store-'));
const keys = { accessKey: 'S3RVER', secretKey: 'S3RVER' };
const bucket = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: join(directory, 's3'),
  configureBuckets: [{ name: 'documents', configs: [] }],
});
const stores: Record<string, FileStore> = { disk: diskStore(join(directory, 'disk')) };

test.before(async () => {
  const { port } = await bucket.run();
  const endpoint = `http://127.0.0.1:${port}`;
  stores.s3 = s3Store({ endpoint, bucket: 'documents', region: 'us-east-1' }, keys);
});
test.after(async () => {
  for (const store of Object.values(stores)) store.close();
  await bucket.close();
  rmSync(directory, { recursive: true, force: true });
});

const content = async (store: FileStore, ...place: Parameters<FileStore['read']>): Promise<string | null> => {
  const stream = await store.read(...place);
  return stream && (await buffer(stream)).toString();
};

for (const name of ['disk', 's3']) {
  const store = () => stores[name] as FileStore;

  test(`${name}: what is kept is given back, from bytes or from a path, the last one kept`, async () => {
    const id = newId();
    await store().put(id, 'content', Buffer.from('première'));
    const path = join(directory, 'received');
    writeFileSync(path, 'seconde');
    await store().put(id, 'content', path);
    assert.is(await content(store(), id, 'content'), 'seconde');
    assert.is(statSync(path).size, 7, 'what was received is left to its owner');
  });

  test(`${name}: a document of the largest size`, async () => {
    const id = newId();
    const bytes = Buffer.alloc(30 * 1024 * 1024, 'concertation');
    await store().put(id, 'content', bytes);
    const stream = await store().read(id, 'content');
    assert.ok(stream && (await buffer(stream)).equals(bytes));
    await store().remove(id);
  });

  test(`${name}: what is not there is null, and nothing to remove is no error`, async () => {
    assert.is(await content(store(), newId(), 'content'), null);
    const id = newId();
    await store().put(id, 'content', Buffer.from('a'));
    assert.is(await content(store(), id, 'p1-240'), null);
    await store().remove(newId());
  });

  test(`${name}: a document goes with everything drawn of it, and no other one`, async () => {
    const [id, other] = [newId(), newId()];
    await store().put(other, 'content', Buffer.from('autre'));
    for (const part of ['content', 'p1-240', 'p2-1600'] as const) await store().put(id, part, Buffer.from(part));
    assert.is(await content(store(), id, 'p2-1600'), 'p2-1600');
    await store().remove(id);
    for (const part of ['content', 'p1-240', 'p2-1600'] as const) assert.is(await content(store(), id, part), null);
    assert.is(await content(store(), other, 'content'), 'autre');
  });

  test(`${name}: only an id names a document`, async () => {
    for (const id of ['..', '', '../../etc', `${newId()}/..`, newId().toUpperCase()]) {
      for (const act of [
        () => store().put(id, 'content', Buffer.from('a')),
        () => store().read(id, 'content'),
        () => store().remove(id),
      ]) {
        let refused = false;
        await act().catch(() => (refused = true));
        assert.ok(refused, id);
      }
    }
  });
}

test('disk: nobody else on the machine reads, and nothing half written stays', async () => {
  const id = newId();
  await (stores.disk as FileStore).put(id, 'content', Buffer.from('a'));
  const folder = join(directory, 'disk', id);
  assert.is(statSync(folder).mode & 0o077, 0);
  assert.equal(readdirSync(folder), ['content']);
});

test.run();
