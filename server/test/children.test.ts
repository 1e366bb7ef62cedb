import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startTestServer } from './harness.ts';

// ASVS 13.3.2
test('the embedded database is given what it needs to run, and nothing else of this process’s environment', async () => {
  process.env.A_SECRET_OF_THE_INSTALLATION = 'not for children';
  const server = await startTestServer();
  try {
    const { raw } = server.services.database;
    // What a program that it starts is given: /proc does not tell, where PostgreSQL writes its own title.
    await raw.unsafe(`create table given (line text); copy given from program 'env'`);
    const given = (await raw<{ line: string }[]>`select line from given`).map(({ line }) => line.split('=', 1)[0]);
    assert.ok(given.includes('PATH'));
    assert.not(given.includes('A_SECRET_OF_THE_INSTALLATION'));
    assert.not(given.includes('NODE_ENV'));
  } finally {
    delete process.env.A_SECRET_OF_THE_INSTALLATION;
    await server.stop();
  }
});

test.run();
