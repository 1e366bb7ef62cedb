import { sql } from 'drizzle-orm';
import fastify, { type FastifyBaseLogger } from 'fastify';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { driverCode } from '../src/database/index.ts';
import { sendError } from '../src/http/errors.ts';
import { createLogger } from '../src/lib/index.ts';
import type { Asking } from '../src/media/signalling/handler.ts';
import { answer } from '../src/media/signalling/answer.ts';
import { startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
const lines: string[] = [];
const log = createLogger('trace', { write: (line) => void lines.push(line) });
const written = () => lines.splice(0).join('');

/** A statement that fails on what it was given: the driver's error, its wrapping and its detail all quote it. */
const fail = async (): Promise<never> => {
  const { database } = server.services;
  await database.db.execute(sql`select ${'MOREL Jeanne'}::uuid`);
  throw new Error('the statement passed');
};

test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0' });
});
test.after(() => server?.stop());

// docs/security.md: logs carry ids and codes
test('a query that fails leaves no trace of its parameters in the log', async () => {
  const error = await fail().catch((thrown: unknown) => thrown);
  assert.match(String((error as Error).message), 'MOREL', 'the driver says it');
  assert.is(driverCode(error), '22P02');
  log.error({ err: error }, 'sweep failed');
  const text = written();
  assert.not.match(text, 'MOREL');
  assert.not.match(text, 'select');
  assert.match(text, '22P02', 'and what happened is told');
});

test('neither does one that fails behind an HTTP request, nor behind a request of a call', async () => {
  const http = fastify({ loggerInstance: log as FastifyBaseLogger });
  http.setErrorHandler(sendError);
  http.get('/', fail);
  assert.is((await http.inject('/')).statusCode, 500);
  await http.close();
  const asking = { needs: { engine: { probe: fail } }, socket: { probe: null } } as unknown as Asking;
  const frame = { id: 1, request: 'probe', data: { path: 'udp' } };
  assert.equal(await answer(asking, log, frame), { error: 'unexpected' });
  const text = written();
  assert.not.match(text, 'MOREL');
  assert.is(text.split('22P02').length, 3, 'both are told');
});

test.run();
