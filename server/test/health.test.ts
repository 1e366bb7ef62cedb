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

test.run();
