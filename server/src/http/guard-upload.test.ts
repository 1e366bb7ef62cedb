import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import fastify from 'fastify';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sendError } from './errors.ts';
import { guardUpload } from './guard-upload.ts';

const type = 'application/pdf';

/** A server of one upload, which answers as the product does. */
async function serve(limits: { mostAtOnce: number; patienceMs: number }) {
  const server = fastify();
  server.setErrorHandler((error, request, reply) => sendError(error, request, reply));
  server.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
  let begun = 0;
  server.addHook('preParsing', async () => {
    begun += 1;
  });
  server.post('/', { onRequest: guardUpload({ type, maxBytes: 100 }, limits) }, async () => 'taken');
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  const send = async (contentType = type): Promise<number> => {
    const body = Buffer.from('%PDF');
    const headers = { 'content-type': contentType };
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
    await response.text();
    return response.status;
  };
  /** Says that a body comes, and sends half of it. */
  const begin = () => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\ncontent-length: 4\r\n\r\n%P`);
    return socket;
  };
  return { server, send, begin, begun: () => begun };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

test('another type is refused, parameters of the type are not looked at', async () => {
  const { server, send, begun } = await serve({ mostAtOnce: 8, patienceMs: 60_000 });
  assert.is(await send('application/json'), 400);
  assert.is(begun(), 0, 'no byte of it was read');
  assert.is(await send('Application/PDF; version=1.7'), 200);
  await server.close();
});

test('no more than so many are received at the same time; a place is free again when one has left', async () => {
  const { server, send, begin, begun } = await serve({ mostAtOnce: 2, patienceMs: 60_000 });
  const [one, two] = [begin(), begin()];
  await until(() => begun() === 2);
  assert.is(await send(), 429);
  one.destroy();
  await until(async () => (await send()) === 200);
  two.write('DF');
  await once(two, 'data');
  two.destroy();
  await server.close();
});

test('a body that does not come is not waited for', async () => {
  const { server, send, begin } = await serve({ mostAtOnce: 1, patienceMs: 20 });
  await once(begin(), 'close');
  await until(async () => (await send()) === 200);
  await server.close();
});

test.run();
