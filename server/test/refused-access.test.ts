import { and, eq } from 'drizzle-orm';
import { connect } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents } from '@concertation/schema';
import { readConfiguration } from '../src/config/index.ts';
import { startServer, type RunningServer } from '../src/context.ts';
import { createLogger, newId } from '../src/lib/index.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, refusalCode } from './support/ask.ts';
import { signIn } from './support/sign-in.ts';
import { createUpload } from './support/upload.ts';
import { waitFor } from './support/wait-for.ts';

let server: RunningServer;
let lines: Record<string, unknown>[] = [];
const directory = mkdtempSync(join(tmpdir(), 'concertation-refused-'));

test.before(async () => {
  const log = createLogger('info', { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  const { configuration, secrets } = readConfiguration({ PORT: '0', DATA_DIR: directory, MEDIA_OFF: '1' });
  server = await startServer(configuration, secrets, log);
});
test.after(async () => {
  await server?.stop();
  rmSync(directory, { recursive: true, force: true });
});
test.before.each(() => {
  lines = [];
});

const refused = () => lines.filter(({ msg }) => msg === 'refused');
const recorded = (accountId: string) =>
  server.services.database.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.kind, 'access.refused'), eq(auditEvents.accountId, accountId)));

// ASVS 16.3.2, ACC-3
test('who asks for a case that is not theirs, or is none, leaves a line in the log and one in the audit', async () => {
  const { cookie, me } = await signIn(server, 'outsider');
  const caseId = newId();
  const answer = await ask(server, 'GET', `/api/cases/${caseId}`, { cookie });
  assert.is(refusalCode(answer), 'not_found');
  const [line] = refused();
  assert.equal(
    [line?.code, line?.method, line?.route, line?.accountId],
    ['not_found', 'GET', '/api/cases/:caseId', me.accountId],
  );
  assert.is(line?.reqId, (answer.body as { requestId: string }).requestId);
  const [row] = await recorded(me.accountId);
  assert.equal([row?.subject, row?.details], [`case:${caseId}`, { code: 'not_found' }]);
});

// ASVS 16.3.2, AUT-37: a case that a body or a header names passes no gate.
test('a case that is refused past the gate leaves its line too, once: a document, a cohort', async () => {
  const referent = await signIn(server, 'referent');
  const sent = newId();
  const document = {
    cookie: referent.cookie,
    caseId: sent,
    name: 'IRM.txt',
    content: Buffer.from('sans particularité'),
  };
  assert.is((await createUpload(server, document)).status, 404);
  const lines = await recorded(referent.me.accountId);
  assert.equal(
    lines.map(({ subject, details, sessionId }) => [subject, details, sessionId !== null]),
    [[`case:${sent}`, { code: 'not_found' }, true]],
  );

  const { cookie, me } = await signIn(server, 'secretary');
  const created = await ask(server, 'POST', '/api/cohorts', { cookie, body: { name: 'Étude', description: '' } });
  const { cohortId } = created.body as { cohortId: string };
  const added = newId();
  const answer = await ask(server, 'POST', `/api/cohorts/${cohortId}/cases`, { cookie, body: { caseId: added } });
  assert.is(refusalCode(answer), 'not_found');
  assert.equal(
    (await recorded(me.accountId)).map(({ subject, details }) => [subject, details]),
    [[`case:${added}`, { code: 'not_found' }]],
  );
});

// ASVS 16.3.2
test('who tries every number leaves one line a second, and slows nobody down', async () => {
  const { cookie, me } = await signIn(server, 'expert');
  const began = Date.now();
  await Promise.all(Array.from({ length: 60 }, () => ask(server, 'GET', `/api/cases/${newId()}`, { cookie })));
  const seconds = Math.ceil((Date.now() - began) / 1000) + 1;
  const rows = await recorded(me.accountId);
  assert.ok(rows.length >= 1 && rows.length <= seconds, `${rows.length} rows in ${seconds} s`);
  assert.ok(refused().length <= seconds);
});

// ASVS 16.3.3
test('another site, a wrong field and nobody’s session leave a line; what was written does not', async () => {
  await fetch(`${server.origin}/api/logout?patient=MOREL`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  });
  await ask(server, 'GET', '/api/cases?search=MOREL');
  const { cookie } = await signIn(server, 'presenter');
  await ask(server, 'POST', '/api/account/password', { cookie, body: { password: 3, MOREL: 'Jeanne' } });
  await ask(server, 'GET', '/api/MOREL/Jeanne', { cookie });
  const codes = refused().map(({ code }) => code);
  assert.equal(codes, ['cross_site', 'signed_out', 'invalid', 'not_found']);
  assert.not.match(JSON.stringify(lines), /MOREL|Jeanne/);
});

// ASVS 16.3.2, SYNC-14
test('a socket that is refused leaves a line', async () => {
  const { port } = server;
  const response = await new Promise<string>((done) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        'GET /sync HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
      ),
    );
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => done(text));
  });
  assert.match(response, 'HTTP/1.1 401');
  await waitFor(() => lines.some(({ msg, code }) => msg === 'socket refused' && code === 'signed_out'), 'a line');
});

test.run();
