import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
test.before(async () => {
  server = await startTestServer();
});
test.after(() => server?.stop());

test('the server answers, and says nothing of what it does not know', async () => {
  const health = await fetch(`${server.origin}/api/health`);
  assert.is(health.status, 200);
  const unknown = await fetch(`${server.origin}/api/nothing-here`);
  assert.is(unknown.status, 404);
  const body = (await unknown.json()) as { code: string };
  assert.is(body.code, 'not_found');
});

test('another site may not change anything', async () => {
  const response = await fetch(`${server.origin}/api/logout`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  });
  assert.is(response.status, 403);
});

// SC-04
test('pages run nothing but the product, are framed by nobody, and no answer with data is kept', async () => {
  const page = await fetch(`${server.origin}/`, { headers: { accept: 'text/html' } });
  const policy = page.headers.get('content-security-policy') ?? '';
  for (const rule of ["default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"])
    assert.match(policy, rule);
  assert.not.match(policy, /unsafe/);
  const answer = await fetch(`${server.origin}/api/configuration`);
  assert.is(answer.headers.get('cache-control'), 'no-store');
  assert.is(answer.headers.get('x-content-type-options'), 'nosniff');
});

test('the screen is sent compressed to who accepts it', async () => {
  const page = await fetch(`${server.origin}/`, { headers: { accept: 'text/html' } });
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
  assert.ok(script, 'the page names its script');
  const sent = await fetch(server.origin + script, { headers: { 'accept-encoding': 'gzip' } });
  assert.is(sent.headers.get('content-encoding'), 'gzip');
  assert.match(sent.headers.get('cache-control') ?? '', 'immutable');
});

test.run();
