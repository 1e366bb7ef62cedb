// Plain @hocuspocus/server with its database extension, as its documentation shows, on the same PostgreSQL.
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import postgres from 'postgres';
import * as Y from 'yjs';
import { typingHistory } from '../history.ts';
import { pinToCore, serveTarget } from './serve.ts';

pinToCore();
const [port, socketDirectory] = process.argv.slice(2) as [string, string];
const sql = postgres({
  host: socketDirectory,
  port: 5432,
  path: `${socketDirectory}/.s.PGSQL.5432`,
  username: 'app',
  database: 'postgres',
  max: 10,
  onnotice: () => undefined,
});
await sql`create table if not exists bench_plain (name text primary key, state bytea not null)`;

const store = (name: string, state: Uint8Array) =>
  sql`insert into bench_plain ${sql({ name, state: Buffer.from(state) })} on conflict (name) do update set state = excluded.state`;

const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) =>
        (await sql<{ state: Buffer }[]>`select state from bench_plain where name = ${documentName}`)[0]?.state ?? null,
      store: async ({ documentName, state }) => void (await store(documentName, state)),
    }),
  ],
});
await server.listen();

serveTarget(
  { port: server.address.port, cookie: '', documents: [] },
  {
    history: async (edits) => {
      const document = new Y.Doc();
      for (const update of typingHistory(edits)) Y.applyUpdate(document, update);
      const name = `history-${edits}`;
      await store(name, Y.encodeStateAsUpdate(document));
      return name;
    },
    stop: async () => {
      await server.destroy();
      await sql.end({ timeout: 5 });
    },
  },
);
