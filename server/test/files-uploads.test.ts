import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { files } from '@concertation/schema';
import { uploadPath } from '@concertation/shared/contracts';
import { maximumFileBytes } from '@concertation/shared/domain';
import { sweepUploads } from '../src/files/receiving/sweep-uploads.ts';
import { newId } from '../src/lib/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { newPatient } from './support/demonstration-world.ts';
import { ask } from './support/ask.ts';
import { type DemonstrationKey, signIn } from './support/sign-in.ts';
import { createUpload, creationHeaders, decided, listed, sendBytes, upload } from './support/upload.ts';
import { waitFor } from './support/wait-for.ts';

let server: TestServer;
const cookies = {} as Record<DemonstrationKey, string>;
let caseId: string;

const text = Buffer.from('Compte-rendu d’imagerie : sans particularité.');
const code = async (response: Response) => ((await response.json()) as { code: string }).code;
const idOf = (response: Response) => (response.headers.get('location') as string).split('/').at(-1) as string;
const head = (location: string, cookie: string) =>
  fetch(server.origin + location, { method: 'HEAD', headers: { cookie, 'tus-resumable': '1.0.0' } });
const received = () => readdirSync(join(server.dataDirectory, 'uploads'));
const row = async (fileId: string) =>
  (await server.services.database.db.select().from(files).where(eq(files.id, fileId)))[0];

test.before(async () => {
  server = await startTestServer();
  for (const who of ['presenter', 'expert', 'secretary'] as const) cookies[who] = (await signIn(server, who)).cookie;
  const opened = await ask(server, 'POST', '/api/cases', { cookie: cookies.presenter, body: newPatient() });
  caseId = (opened.body as { caseId: string }).caseId;
});
test.after(() => server?.stop());

// SC-68
test('a document is received, checked and ready; nothing stays where it arrived', async () => {
  const given = { cookie: cookies.presenter, caseId, name: 'C:\\scans\\IRM\u202E.txt', content: text };
  const created = await createUpload(server, given);
  assert.is(created.status, 201);
  assert.is(created.headers.get('access-control-allow-origin'), null, 'no other site is let in');
  assert.ok(created.headers.get('content-security-policy'), 'the headers of every answer');
  const location = created.headers.get('location') as string;
  assert.match(location, new RegExp(`^${uploadPath}/[0-9a-f-]{36}$`));
  const fileId = idOf(created);
  const [begun] = await listed(server, cookies.presenter, caseId);
  assert.equal([begun?.fileId, begun?.state, begun?.name, begun?.format], [fileId, 'receiving', 'IRM.txt', null]);
  const aside = readFileSync(join(server.dataDirectory, 'uploads', `${fileId}.json`), 'utf8');
  assert.not.match(aside, 'IRM', 'a name may be a patient’s: it is not written beside the bytes');

  assert.is((await sendBytes(server, cookies.presenter, location, 0, text)).status, 204);
  const line = await decided(server, cookies.presenter, caseId, fileId);
  assert.equal(
    [line.state, line.format, line.bytes, line.pages, line.scanned],
    ['ready', 'txt', text.length, 0, false],
  );
  assert.equal(received(), []);
});

test('an upload goes on from where it was cut', async () => {
  const content = Buffer.alloc(400_000, 'imagerie ');
  const created = await createUpload(server, { cookie: cookies.presenter, caseId, name: 'cut.txt', content });
  const location = created.headers.get('location') as string;
  const cut = httpRequest(server.origin + location, {
    method: 'PATCH',
    headers: {
      cookie: cookies.presenter,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': String(content.length),
    },
  });
  cut.on('error', () => undefined);
  cut.write(content.subarray(0, 150_000));
  const offset = async () => Number((await head(location, cookies.presenter)).headers.get('upload-offset'));
  const path = join(server.dataDirectory, 'uploads', idOf(created));
  await waitFor(() => existsSync(path) && readFileSync(path).length === 150_000, 'the first bytes');
  cut.destroy();
  const at = await offset();
  assert.is(at, 150_000);
  await waitFor(
    async () => (await sendBytes(server, cookies.presenter, location, at, content.subarray(at))).status === 204,
    'the rest is taken',
  );
  const { state } = await decided(server, cookies.presenter, caseId, idOf(created));
  assert.is(state, 'ready');
  assert.is(await offset(), content.length, 'a client that lost the last answer hears that all is there');
});

test('bytes at another place than the next one are refused', async () => {
  const created = await createUpload(server, { cookie: cookies.presenter, caseId, name: 'a.txt', content: text });
  const location = created.headers.get('location') as string;
  const answer = await sendBytes(server, cookies.presenter, location, 10, text.subarray(10));
  assert.equal([answer.status, await code(answer)], [409, 'stale']);
  const more = await sendBytes(server, cookies.presenter, location, 0, Buffer.concat([text, text]));
  assert.equal([more.status, await code(more)], [413, 'file_too_large']);
  await ask(server, 'DELETE', location, { cookie: cookies.presenter });
});

// SC-74
test('the size is refused before anything is sent', async () => {
  const given = { cookie: cookies.presenter, caseId, name: 'a.txt', content: text };
  const length = async (bytes: number) => {
    const answer = await createUpload(server, given, { 'upload-length': String(bytes) });
    if (answer.status === 201) await ask(server, 'DELETE', answer.headers.get('location') as string, given);
    return answer.status === 201 ? 'accepted' : code(answer);
  };
  assert.is(await length(0), 'file_empty');
  assert.is(await length(maximumFileBytes + 1), 'file_too_large');
  assert.is(await length(maximumFileBytes), 'accepted');
  const { 'upload-length': _, ...without } = creationHeaders(given);
  const deferred = await fetch(server.origin + uploadPath, {
    method: 'POST',
    headers: { ...without, 'upload-defer-length': '1' },
  });
  assert.is(await code(deferred), 'malformed');
  assert.is(await code(await createUpload(server, given, { 'upload-length': '-1' })), 'malformed');
});

test('who may not write the case begins nothing, and learns nothing', async () => {
  const given = { caseId, name: 'a.txt', content: text };
  assert.is(await code(await createUpload(server, given)), 'signed_out');
  assert.is(await code(await createUpload(server, { ...given, cookie: cookies.expert })), 'not_found');
  const nowhere = { ...given, cookie: cookies.expert, caseId: newId() };
  assert.is(await code(await createUpload(server, nowhere)), 'not_found');
  assert.is(await code(await createUpload(server, { ...nowhere, caseId: '../x' })), 'not_found');
  const expert = (await ask(server, 'GET', '/api/me', { cookie: cookies.expert })).body as { accountId: string };
  const shared = await ask(server, 'POST', `/api/cases/${caseId}/grants`, {
    cookie: cookies.presenter,
    body: { accountId: expert.accountId, role: 'reader' },
  });
  assert.is(shared.status < 300, true);
  assert.is(await code(await createUpload(server, { ...given, cookie: cookies.expert })), 'forbidden');
  const other = await createUpload(
    server,
    { ...given, cookie: cookies.presenter },
    { origin: 'https://elsewhere.example.org' },
  );
  assert.is(await code(other), 'cross_site');
});

test('an upload belongs to the account that began it, and an id that is none names nothing', async () => {
  const content = Buffer.from('suite');
  const created = await createUpload(server, { cookie: cookies.presenter, caseId, name: 'a.txt', content });
  const location = created.headers.get('location') as string;
  for (const cookie of [cookies.expert, cookies.secretary]) {
    assert.is((await head(location, cookie)).status, 404);
    assert.is(await code(await sendBytes(server, cookie, location, 0, content)), 'not_found');
    assert.is((await ask(server, 'DELETE', location, { cookie })).status, 404);
  }
  assert.is(await code(await sendBytes(server, undefined, location, 0, content)), 'signed_out');
  for (const id of ['x', '..%2f..%2fpostmaster', `${idOf(created)}.json`, newId()])
    assert.is((await head(`${uploadPath}/${id}`, cookies.presenter)).status, 404);
  assert.is((await ask(server, 'DELETE', location, { cookie: cookies.presenter })).status, 204);
  assert.is(await row(idOf(created)), undefined, 'cancelled: nothing of it stays');
  assert.equal(received(), []);
});

test('one account has at most twenty unfinished uploads', async () => {
  const given = { cookie: cookies.secretary, name: 'a.txt', content: text };
  const opened = await ask(server, 'POST', '/api/cases', { cookie: cookies.secretary, body: newPatient() });
  const mine = (opened.body as { caseId: string }).caseId;
  const answers = [];
  for (let index = 0; index < 21; index += 1) answers.push(await createUpload(server, { ...given, caseId: mine }));
  assert.equal(
    answers.map(({ status }) => status),
    [...Array.from({ length: 20 }, () => 201), 429],
  );
  for (const answer of answers.slice(0, 20))
    await ask(server, 'DELETE', answer.headers.get('location') as string, { cookie: cookies.secretary });
});

test('what a crash or a closed browser left is settled by the sweep', async () => {
  const { services } = server;
  const begin = (name: string) => createUpload(server, { cookie: cookies.presenter, caseId, name, content: text });
  const [left, whole] = [await begin('left.txt'), await begin('whole.txt')];
  const { writeFileSync, utimesSync } = await import('node:fs');
  // Every byte is there, but the server died before it was moved on.
  writeFileSync(join(server.dataDirectory, 'uploads', idOf(whole)), text);
  await sweepUploads(services.files);
  assert.is((await decided(server, cookies.presenter, caseId, idOf(whole))).state, 'ready');
  assert.is((await row(idOf(left)))?.state, 'receiving', 'the other one still waits for its bytes');
  const orphan = join(server.dataDirectory, 'uploads', newId());
  writeFileSync(orphan, 'x');
  utimesSync(orphan, new Date(0), new Date(0));
  await sweepUploads(services.files, Date.now() + 25 * 3_600_000);
  assert.is(await row(idOf(left)), undefined);
  assert.equal(received(), []);
});

test('a name that hides or lies is cleaned, and metadata that is none is refused', async () => {
  const given = { cookie: cookies.presenter, caseId, name: '', content: text };
  assert.is(await code(await createUpload(server, given)), 'invalid');
  const without = await createUpload(server, { ...given, name: 'a.txt' }, { 'upload-metadata': 'caseId' });
  assert.is(await code(without), 'not_found');
  const fileId = await upload(server, { ...given, name: `${'é'.repeat(400)}.txt` });
  const { name } = await decided(server, cookies.presenter, caseId, fileId);
  assert.is(Buffer.byteLength(name), 254);
});

// SC-73
test('an answer is for a question that the board asks, of a presentation of this case', async () => {
  const given = { cookie: cookies.presenter, caseId, name: 'a.txt', content: text };
  const foreign = await createUpload(server, given, { presentationId: newId(), questionKey: 'imagerie' });
  assert.is(await code(foreign), 'not_found');
});

test.run();
