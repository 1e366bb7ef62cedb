import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readLastImport, refreshDirectory, startDirectory } from '../src/directory/index.ts';
import { downloadExtraction } from '../src/directory/refresh/download-extraction.ts';
import { Jobs } from '../src/jobs/index.ts';
import { createLogger } from '../src/lib/index.ts';
import { DirectoryWorld, extractionText, somebody } from './support/directory-world.ts';
import { sampleZip } from './support/sample-files.ts';
import { waitFor } from './support/wait-for.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let world: DirectoryWorld;
let publisher: Server;
let origin: string;
let answer: Answer;
let requests: IncomingMessage['headers'][] = [];
const log = createLogger('silent');
const name = 'PS_LibreAcces_Personne_activite_202610200400.txt';
const entityTag = '"october"';
const modified = 'Tue, 20 Oct 2026 04:00:00 GMT';

const publish =
  (content: string | Uint8Array, tag = entityTag): Answer =>
  (request, response) => {
    if (request.headers['if-none-match'] === tag) response.writeHead(304).end();
    else response.writeHead(200, { etag: tag, 'last-modified': modified }).end(content);
  };

test.before(async () => {
  world = await DirectoryWorld.open();
  publisher = createServer((request, response) => {
    // As the stable address of the real one does: it leads to the file of the day.
    if (request.url === '/stable') response.writeHead(302, { location: `/files/${name}` }).end();
    else {
      requests.push(request.headers);
      answer(request, response);
    }
  });
  await new Promise<void>((ready) => publisher.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}`;
});
test.before.each(() => {
  requests = [];
});
test.after(async () => {
  await world.stop();
  publisher.closeAllConnections();
  publisher.close();
});

const refresh = (address = `${origin}/stable`) =>
  refreshDirectory(
    { database: world.database, audit: world.audit, log, address: null, dataDirectory: world.place },
    address,
  );
const downloads = () => join(world.place, 'directory');

test('an extraction is downloaded from its address, dated by its name, and not again while it is the same', async () => {
  answer = publish(extractionText([somebody(1, 'BERTIN', 'Agnès')]));
  const report = await refresh();
  assert.is(report?.professionals, 1);
  assert.is(report?.fileDate.toISOString(), '2026-10-20T02:00:00.000Z');
  assert.equal([report?.address, report?.entityTag, report?.lastModified], [`${origin}/stable`, entityTag, modified]);
  assert.is(await refresh(), null);
  assert.is(requests.at(-1)?.['if-none-match'], entityTag);
  assert.is(requests.at(-1)?.['if-modified-since'], modified);
  assert.not.ok(existsSync(downloads()), 'nothing is left on the disk');
});

test('a new one takes its place, as an archive too, and what changed is counted', async () => {
  const content = Buffer.from(extractionText([somebody(1, 'BERTIN', 'Agnès'), somebody(2, 'CARLIER', 'Bruno')]));
  answer = publish(sampleZip([{ name, content }]), '"november"');
  assert.equal(await refresh().then((report) => [report?.arrivals, report?.departures]), [1, 0]);
  assert.is((await readLastImport(world.database.db))?.entityTag, '"november"');
});

test('a file without a date in its name has that of its server', async () => {
  answer = publish(extractionText([somebody(1, 'BERTIN', 'Agnès')]));
  const report = await refresh(`${origin}/ps-libreacces-personne-activite.txt`);
  assert.is(report?.fileDate.toISOString(), '2026-10-20T04:00:00.000Z');
});

test('what is refused leaves the former directory in force, and waits for the next day', async () => {
  const before = await readLastImport(world.database.db);
  answer = publish('<html>En maintenance</html>', '"page"');
  assert.is(await refresh(), null);
  assert.equal(await readLastImport(world.database.db), before);
  assert.equal(await world.leftovers(), []);
});

test('a server in trouble, or that hangs up on the way, is an error to try again', async () => {
  const before = await readLastImport(world.database.db);
  const fails = (work: Promise<unknown>) => work.then(() => false).catch(() => true);
  answer = (_, response) => response.writeHead(503).end('busy');
  assert.ok(await fails(refresh()));
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': '100000' });
    response.write(extractionText([somebody(1, 'BERTIN', 'Agnès')]), () => response.destroy());
  };
  assert.ok(await fails(refresh()));
  assert.ok(await fails(refresh('http://127.0.0.1:9/nobody-listens')));
  assert.equal(await readLastImport(world.database.db), before);
  assert.not.ok(existsSync(downloads()));
});

test('a download larger than it may be is cut', async () => {
  const place = mkdtempSync(join(tmpdir(), 'concertation-download-'));
  answer = (_, response) => {
    response.writeHead(200);
    const pour = (): boolean => response.write(Buffer.alloc(64 * 1024, 0x61));
    response.on('drain', pour);
    pour();
  };
  try {
    await downloadExtraction(`${origin}/endless`, place, null, 1024 * 1024);
    assert.unreachable();
  } catch (error) {
    assert.match((error as Error).message, 'dépasse la taille permise');
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});

test('a server that has an address and another directory, or none, refreshes it by itself', async () => {
  answer = publish(extractionText([somebody(7, 'JOLIVET', 'Noémie')]), '"by itself"');
  const jobs = new Jobs(world.database, log);
  await jobs.start();
  try {
    const { database, audit, place } = world;
    const address = `${origin}/by-itself_202610210400.txt`;
    await startDirectory({ database, audit, jobs, log, dataDirectory: place, address });
    await waitFor(async () => (await readLastImport(database.db))?.address === address, 'the first refresh');
    assert.equal(await world.names('jolivet'), ['JOLIVET Noémie']);
    const [row] = await database.raw<{ cron: string; timezone: string }[]>`
      select cron, timezone from jobs.schedule where name = 'directory.refresh'`;
    assert.equal({ ...row }, { cron: '40 4 * * *', timezone: 'Europe/Paris' });
  } finally {
    await jobs.stop();
  }
});

test.run();
