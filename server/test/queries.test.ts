import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as schema from '@concertation/schema';
import type { Database } from '../src/database/index.ts';
import { newId } from '../src/lib/index.ts';
import { DemonstrationWorld } from './support/demonstration-world.ts';

// Issue « scale »: no page's number of queries grows with its rows. Each page is read, its lists made longer, and read again.

let world: DemonstrationWorld;
let client: postgres.Sql;
let queries: string[] = [];

/** The same database, with each query written down. */
function listen(database: Database): void {
  client = postgres(database.connectionString as postgres.Options<Record<string, never>>);
  const db = drizzle(client, { schema, logger: { logQuery: (query) => void queries.push(query) } });
  Object.defineProperty(database, 'db', { value: db });
}

async function count(path: string): Promise<number> {
  queries = [];
  await world.get('coordinator', 'GET', path);
  return queries.length;
}

test.before(async () => {
  world = await DemonstrationWorld.open();
  listen(world.server.services.database);
});
test.after(async () => {
  await client?.end();
  await world?.stop();
});

test('pages ask as many questions for a long list as for a short one', async () => {
  const { meetingId, board } = await world.meeting('planned');
  const caseId = await world.openCase('coordinator');
  await world.get('coordinator', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId });
  const conversationId = newId();
  const write = (id: string, more: number) =>
    world.get('coordinator', 'POST', '/api/conversations', {
      conversationId: id,
      messageId: newId(),
      to: [world.accountId(more % 2 ? 'expert' : 'outsider')],
      subject: `Sujet ${more}`,
      text: 'Bonjour',
    });
  await write(conversationId, 0);
  const pages = [
    '/api/cases',
    '/api/cases?search=essai&pending=true',
    '/api/meetings',
    `/api/meetings/${meetingId}`,
    '/api/boards',
    '/api/boards?search=digestif',
    `/api/boards/${board.boardId}`,
    `/api/boards/${board.boardId}/meetings`,
    `/api/cases/${caseId}`,
    `/api/cases/${caseId}/presentations`,
    `/api/cases/${caseId}/opinions`,
    `/api/cases/${caseId}/files`,
    '/api/opinions?box=sent',
    '/api/notifications',
    '/api/cohorts',
    '/api/colleagues',
    '/api/organisations',
    '/api/conversations',
    `/api/conversations/${conversationId}`,
  ];
  const lengthen = async (more: number) => {
    const added = await world.openCase('presenter');
    await world.get('presenter', 'POST', `/api/meetings/${meetingId}/presentations`, { caseId: added });
    await world.get('coordinator', 'POST', '/api/cohorts', { name: `Cohorte ${more}`, description: '' });
    await world.get('coordinator', 'POST', `/api/cases/${caseId}/opinions`, {
      to: { kind: 'colleague', accountId: world.accountId(more % 2 ? 'expert' : 'outsider') },
      question: `Question ${more}`,
    });
    await world.get('coordinator', 'POST', '/api/organisations', { kind: 'department', name: `Service ${more}` });
    await write(newId(), more);
    await world.get('coordinator', 'POST', `/api/conversations/${conversationId}/messages`, {
      messageId: newId(),
      text: `Message ${more}`,
    });
    await world.get('coordinator', 'POST', `/api/conversations/${conversationId}/people`, {
      accountIds: [world.accountId(more % 2 ? 'expert' : 'referent')],
    });
  };
  // An empty list asks less than a list of one: there is nobody to name.
  await lengthen(0);
  const before = new Map<string, number>();
  for (const path of pages) {
    // The first reading may fill what is made again when it is missing; the second says what the page costs.
    await count(path);
    before.set(path, await count(path));
  }

  for (let more = 1; more < 6; more += 1) await lengthen(more);
  for (const path of pages) {
    await count(path);
    assert.is(await count(path), before.get(path), path.replace(/[0-9a-f-]{36}/g, ':id'));
  }
});

test.run();
