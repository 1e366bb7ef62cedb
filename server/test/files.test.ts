import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, boards, files } from '@concertation/schema';
import type { FileLine } from '@concertation/shared/contracts';
import { fileAnswers } from '../src/files/index.ts';
import { sweepKept } from '../src/files/removing/sweep-kept.ts';
import { newId } from '../src/lib/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { ask, refusalCode } from './support/ask.ts';
import { auditTrail } from './support/audit-trail.ts';
import { type ActorName, openWorld, presentNewCase, type Presented, type World } from './support/report-world.ts';
import { sampleImage, samplePdf, sampleZip } from './support/sample-files.ts';
import { createUpload, decided, listed, sendBytes, upload } from './support/upload.ts';

let server: TestServer;
let world: World;
let presented: Presented;

const text = Buffer.from('Compte-rendu d’imagerie : sans particularité.');
const cookieOf = (who: ActorName) => world.people[who].cookie;
const filePath = (fileId: string, rest = '') => `/api/cases/${presented.caseId}/files/${fileId}${rest}`;
const as = (who: ActorName, method: string, path: string) => ask(server, method, path, { cookie: cookieOf(who) });
const get = (who: ActorName, path: string) => fetch(server.origin + path, { headers: { cookie: cookieOf(who) } });
const kinds = async (fileId: string) =>
  (await auditTrail(server, sql`${auditEvents.details}->>'fileId' = ${fileId}`)).map(({ kind }) => kind);

async function send(name: string, content: Uint8Array, who: ActorName = 'owner'): Promise<FileLine> {
  const { caseId } = presented;
  const fileId = await upload(server, { cookie: cookieOf(who), caseId, name, content });
  return decided(server, cookieOf(who), caseId, fileId);
}

test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
  world = await openWorld(server);
  presented = await presentNewCase(world);
});
test.after(() => server?.stop());

// SC-68, SC-73
test('a document is downloaded as it came, to be saved and never shown, by whoever reads the case; it is written down', async () => {
  const { fileId } = await send('IRM d’été (n° 2) 100 %.txt', text);
  const answer = await get('member', filePath(fileId, '/content'));
  assert.is(answer.status, 200);
  assert.is(await answer.text(), text.toString());
  const header = (name: string) => answer.headers.get(name);
  assert.is(header('content-type'), 'application/octet-stream');
  assert.is(
    header('content-disposition'),
    `attachment; filename*=UTF-8''IRM%20d%E2%80%99%C3%A9t%C3%A9%20%28n%C2%B0%202%29%20100%20%25.txt`,
  );
  assert.is(header('x-content-type-options'), 'nosniff');
  assert.is(header('content-security-policy'), "sandbox; default-src 'none'");
  assert.is(header('content-length'), String(text.length));
  assert.match(header('cache-control') ?? '', 'no-store');
  assert.equal(await kinds(fileId), ['file.sent', 'file.ready', 'file.downloaded']);
  const [sent, , downloaded] = await auditTrail(server, sql`${auditEvents.details}->>'fileId' = ${fileId}`);
  assert.is(sent?.patientId, presented.patientId);
  assert.is(downloaded?.accountId, world.people.member.principal.accountId);
  assert.not.match(JSON.stringify(sent?.details), 'IRM', 'never a name');
});

test('rights are asked at each request', async () => {
  const { fileId } = await send('a.txt', text);
  for (const rest of ['/content', '/pages/1', '/entries']) {
    assert.is(refusalCode(await as('outsider', 'GET', filePath(fileId, rest))), 'not_found');
    assert.is(refusalCode(await ask(server, 'GET', filePath(fileId, rest))), 'signed_out');
  }
  const other = await presentNewCase(world);
  const elsewhere = await as('owner', 'GET', `/api/cases/${other.caseId}/files/${fileId}/content`);
  assert.is(refusalCode(elsewhere), 'not_found', 'a document of another case');
  assert.is(refusalCode(await as('owner', 'GET', filePath(newId(), '/content'))), 'not_found');
});

test('what is in quarantine is told, with why, and never given', async () => {
  const line = await send('photo.jpg', text);
  assert.equal([line.state, line.refusal, line.format, line.pages], ['quarantined', 'lying_name', null, 0]);
  for (const rest of ['/content', '/pages/1', '/entries'])
    assert.is(refusalCode(await as('owner', 'GET', filePath(line.fileId, rest))), 'file_not_ready');
  assert.equal(await kinds(line.fileId), ['file.sent', 'file.quarantined']);
});

// OO-18, OO-40
test('the pages of a PDF are drawn, once, at two widths', async () => {
  const { fileId, pages } = await send('anapath.pdf', await (await samplePdf(3)).save());
  assert.is(pages, 3);
  for (const [page, width] of [
    [1, 240],
    [3, 1600],
    [3, 1600],
  ]) {
    const answer = await get('member', filePath(fileId, `/pages/${page}?width=${width}`));
    assert.is(answer.headers.get('content-type'), 'image/webp');
    assert.is(answer.headers.get('x-content-type-options'), 'nosniff');
    const drawn = await sharp(await answer.bytes()).metadata();
    assert.equal([drawn.format, drawn.width], ['webp', width]);
  }
  assert.ok(existsSync(join(server.dataDirectory, 'files', fileId, 'p3-1600')), 'kept beside the document');
  for (const page of [0, 4, 2001, 'x'])
    assert.is(refusalCode(await as('owner', 'GET', filePath(fileId, `/pages/${page}`))), 'not_found');
  assert.is(refusalCode(await as('owner', 'GET', filePath(fileId, '/pages/1?width=99999'))), 'invalid');
});

test('an image is drawn upright, no larger than it is, without what the camera wrote', async () => {
  const exif = { IFD0: { Copyright: 'CABINET-SECRET' }, IFD3: { GPSLatitude: '48/1 51/1 0/1' } };
  const photo = await sampleImage(600, 300).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
  assert.ok(photo.includes('CABINET-SECRET'));
  const { fileId } = await send('photo.jpg', photo);
  for (const width of [240, 1600]) {
    const bytes = Buffer.from(await (await get('owner', filePath(fileId, `/pages/1?width=${width}`))).bytes());
    const drawn = await sharp(bytes).metadata();
    assert.equal([drawn.width, drawn.height], width === 240 ? [240, 480] : [300, 600]);
    assert.is(drawn.exif, undefined);
    assert.not.ok(bytes.includes('CABINET-SECRET'));
  }
});

test('a TIFF of several pages shows each of them', async () => {
  const page = (colour: string) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
      .png()
      .toBuffer();
  const pages = [await page('#ff0000'), await page('#00ff00')];
  const { fileId, ...line } = await send(
    'scanner.tiff',
    await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer(),
  );
  assert.equal([line.format, line.pages], ['tiff', 2]);
  const second = await (await get('owner', filePath(fileId, '/pages/2'))).bytes();
  const { dominant } = await sharp(second).stats();
  assert.ok(dominant.g > 200 && dominant.r < 60);
});

test('what a ZIP holds is listed', async () => {
  const parts = Array.from({ length: 510 }, (_, index) => ({ name: `serie/IM${index}`, content: Buffer.alloc(index) }));
  const { fileId } = await send('serie.zip', sampleZip(parts));
  const { body } = await as('member', 'GET', filePath(fileId, '/entries'));
  const { entries, total } = body as { entries: { name: string; bytes: number }[]; total: number };
  assert.equal([entries.length, total, entries[7]], [500, 510, { name: 'serie/IM7', bytes: 7 }]);
  const { fileId: other } = await send('a.txt', text);
  assert.is(refusalCode(await as('member', 'GET', filePath(other, '/entries'))), 'not_found');
});

test('who sent it and who owns the case remove it; it can be brought back', async () => {
  const { fileId } = await send('a.txt', text, 'member');
  assert.is(refusalCode(await as('coordinator', 'DELETE', filePath(fileId))), 'forbidden');
  const removable = async (who: ActorName) =>
    (await listed(server, cookieOf(who), presented.caseId)).find((line) => line.fileId === fileId)?.removable;
  assert.equal(
    [await removable('coordinator'), await removable('member'), await removable('owner')],
    [false, true, true],
  );
  assert.is((await as('owner', 'DELETE', filePath(fileId))).status, 204);
  assert.is(await removable('member'), undefined);
  assert.is(refusalCode(await as('owner', 'GET', filePath(fileId, '/content'))), 'not_found');
  assert.is(refusalCode(await as('owner', 'DELETE', filePath(fileId))), 'not_found');
  assert.is((await as('member', 'POST', filePath(fileId, '/restoration'))).status, 204);
  assert.is((await get('owner', filePath(fileId, '/content'))).status, 200);
  assert.is(refusalCode(await as('member', 'POST', filePath(fileId, '/restoration'))), 'not_found');
  assert.equal((await kinds(fileId)).slice(2), ['file.removed', 'file.restored', 'file.downloaded']);
});

test('after thirty days the bytes are gone, and nothing comes back', async () => {
  const { fileId } = await send('a.txt', text);
  const kept = await send('b.txt', text);
  await as('owner', 'DELETE', filePath(fileId));
  const stored = (id: string) => existsSync(join(server.dataDirectory, 'files', id));
  await sweepKept(server.services.files);
  assert.ok(stored(fileId));
  await sweepKept(server.services.files, Date.now() + 31 * 86_400_000);
  assert.equal([stored(fileId), stored(kept.fileId)], [false, true]);
  assert.is(refusalCode(await as('owner', 'POST', filePath(fileId, '/restoration'))), 'not_found');
});

test('a document that changed in its store is not said to be ready', async () => {
  const { caseId } = presented;
  const { database, files: needs } = server.services;
  const { fileId } = await send('a.txt', text);
  await needs.store.put(fileId, 'content', Buffer.from('autre chose'));
  await as('owner', 'DELETE', filePath(fileId));
  await database.db.update(files).set({ format: null }).where(eq(files.id, fileId));
  await as('owner', 'POST', filePath(fileId, '/restoration'));
  const line = await decided(server, cookieOf('owner'), caseId, fileId);
  assert.equal([line.state, line.refusal], ['quarantined', 'unreadable']);
});

// SC-73
test('a document answers a question of the presentation once it is received, and no more when it is removed', async () => {
  const { caseId, presentationId } = presented;
  const { db } = server.services.database;
  const question = { type: 'document', key: 'imagerie', label: 'Imagerie', mandatory: true };
  await db
    .update(boards)
    .set({ questionnaire: [question] })
    .where(eq(boards.id, world.boardId));
  const given = { cookie: cookieOf('owner'), caseId, name: 'a.txt', content: text };
  const answers = async () => [...((await fileAnswers(db, [presentationId, newId()])).get(presentationId) ?? [])];
  const unknown = await createUpload(server, given, { presentationId, questionKey: 'autre' });
  assert.is(unknown.status, 404);
  const created = await createUpload(server, given, { presentationId, questionKey: 'imagerie' });
  const location = created.headers.get('location') as string;
  assert.equal(await answers(), []);
  await sendBytes(server, cookieOf('owner'), location, 0, text);
  assert.equal(await answers(), ['imagerie']);
  const fileId = location.split('/').at(-1) as string;
  const line = await decided(server, cookieOf('owner'), caseId, fileId);
  assert.equal([line.presentationId, line.questionKey], [presentationId, 'imagerie']);
  await as('owner', 'DELETE', filePath(fileId));
  assert.equal(await answers(), []);
});

test.run();
