import { connect } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { strictHeaders } from '../src/sockets/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { ask } from './support/ask.ts';
import { signIn } from './support/sign-in.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

/** The answer to bytes sent as they are. */
const sendRaw = (text: string): Promise<string> =>
  new Promise((done, failed) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', failed);
    socket.on('close', () => done(answer.toLowerCase()));
  });

const upgrade = (path: string, more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${more}\r\n`;

// ASVS 3.4.4, 3.4.6
test('an answer that the framework did not write says the same to the browser: a refused socket, unreadable bytes', async () => {
  for (const [what, text, status] of [
    ['a socket without session', upgrade('/sync'), 401],
    ['a socket of another site', upgrade('/sync', 'Origin: https://evil.example\r\n'), 403],
    ['a socket that nobody takes', upgrade('/nothing'), 404],
    ['no request', 'PATIENT MOREL\r\n\r\n', 400],
    ['too many headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`, 413],
  ] as const) {
    const answer = await sendRaw(text);
    assert.match(answer, `http/1.1 ${status}`, what);
    for (const [name, value] of Object.entries(strictHeaders(false)))
      assert.match(answer, `${name}: ${value}`.toLowerCase(), what);
    assert.not.match(answer, 'morel');
  }
});

// ASVS 3.4.1
test('in production they ask for https, for a year and for sub-domains', () => {
  assert.is(strictHeaders(false)['strict-transport-security'], undefined);
  assert.is(strictHeaders(true)['strict-transport-security'], 'max-age=31536000; includeSubDomains');
});

// ASVS 3.4.4, 3.4.6
test('every answer forbids guessing and framing: data, none, an address that is none, a file, an upload, a redirection', async () => {
  const { cookie } = await signIn(server, 'presenter');
  const page = await fetch(`${server.origin}/`, { headers: { accept: 'text/html' } });
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.clone().text())?.[1] ?? '/';
  const answers: Response[] = [
    page,
    await fetch(`${server.origin}/api/nothing`),
    await fetch(`${server.origin}/api/%ff`),
    await fetch(`${server.origin}/%c0%ae/x`),
    await fetch(`${server.origin}/api/meetings/${'x'.repeat(2000)}`),
    await fetch(server.origin + script),
    await fetch(`${server.origin}/api/logout`, { method: 'POST', headers: { origin: 'https://evil.example' } }),
    await fetch(`${server.origin}/api/logout`, {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    }),
    await fetch(`${server.origin}/api/configuration`, { method: 'OPTIONS' }),
    await fetch(`http://127.0.0.1:${server.port}/`, { redirect: 'manual', headers: { accept: 'text/html' } }),
    (await ask(server, 'GET', '/api/me', { cookie })).response,
    await fetch(`${server.origin}/api/uploads`, { method: 'POST', headers: { cookie, origin: server.origin } }),
    await fetch(`${server.origin}/api/uploads`, { method: 'OPTIONS' }),
  ];
  for (const { url, status, headers } of answers) {
    const what = `${status} ${url}`;
    assert.is(headers.get('x-content-type-options'), 'nosniff', what);
    assert.match(headers.get('content-security-policy') ?? '', "frame-ancestors 'none'", what);
    assert.is(headers.get('referrer-policy'), 'same-origin', what);
    assert.ok(headers.get('x-request-id'), what);
    assert.is(headers.get('access-control-allow-origin'), null, what);
  }
});

test.run();
