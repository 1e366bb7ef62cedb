import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startTestServer, type TestServer } from './harness.ts';
import { ask, refusalCode } from './support/ask.ts';
import { newPatient } from './support/demonstration-world.ts';
import { type FakeClamd, fakeClamd } from './support/fake-clamd.ts';
import { signIn } from './support/sign-in.ts';
import { decided, listed, upload } from './support/upload.ts';
import { waitFor } from './support/wait-for.ts';

// An installation with an antivirus: nothing is served before it is said to be clean.

let server: TestServer;
let clamd: FakeClamd;
let cookie: string;
let caseId: string;

test.before(async () => {
  clamd = await fakeClamd();
  server = await startTestServer({ CLAMD_HOST: clamd.host, CLAMD_PORT: String(clamd.port) });
  cookie = (await signIn(server, 'presenter')).cookie;
  const opened = await ask(server, 'POST', '/api/cases', { cookie, body: newPatient() });
  caseId = (opened.body as { caseId: string }).caseId;
});
test.after(async () => {
  await server.stop();
  await clamd.close();
});

const send = (words: string) => upload(server, { cookie, caseId, name: 'a.txt', content: Buffer.from(words) });

test('what is clean is ready, and says that it was scanned', async () => {
  const { state, scanned } = await decided(server, cookie, caseId, await send('sain'));
  assert.equal([state, scanned], ['ready', true]);
});

test('what is infected is put aside, and not kept', async () => {
  const fileId = await send('xx INFECTED xx');
  const { state, refusal } = await decided(server, cookie, caseId, fileId);
  assert.equal([state, refusal], ['quarantined', 'infected']);
  await waitFor(() => !existsSync(join(server.dataDirectory, 'files', fileId)), 'its bytes are gone');
});

test('while the antivirus is away a document waits, and nobody receives it; it is tried again', async () => {
  const { port } = clamd;
  await clamd.close();
  const fileId = await send('en attente');
  const [line] = await listed(server, cookie, caseId);
  assert.equal([line?.fileId, line?.state], [fileId, 'checking']);
  const answer = await ask(server, 'GET', `/api/cases/${caseId}/files/${fileId}/content`, { cookie });
  assert.is(refusalCode(answer), 'file_not_ready');
  clamd = await fakeClamd(undefined, port);
  assert.is((await decided(server, cookie, caseId, fileId)).state, 'ready');
});

test('a document removed while it waits comes back to its checks', async () => {
  const { port } = clamd;
  await clamd.close();
  const fileId = await send('retiré puis rendu');
  const path = `/api/cases/${caseId}/files/${fileId}`;
  assert.is((await ask(server, 'DELETE', path, { cookie })).status, 204);
  assert.is((await ask(server, 'POST', `${path}/restoration`, { cookie })).status, 204);
  assert.is((await listed(server, cookie, caseId))[0]?.state, 'checking');
  clamd = await fakeClamd(undefined, port);
  assert.is((await decided(server, cookie, caseId, fileId)).state, 'ready');
});

test.run();
