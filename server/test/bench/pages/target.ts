// The product on a base the size of a region, with fifty people signed in, for the bench of the pages.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq, inArray } from 'drizzle-orm';
import { accounts, boards, grants, meetings } from '@concertation/schema';
import { readConfiguration } from '../../../src/config/index.ts';
import { startServer } from '../../../src/context.ts';
import { createLogger } from '../../../src/lib/index.ts';
import { generate } from '../../seed/generate.ts';
import type { Size } from '../../seed/sizes.ts';
import { pinToCore } from '../targets/serve.ts';
import type { PagesReady, Visitor } from './messages.ts';

pinToCore();
const [socketDirectory, size] = process.argv.slice(2);
const { configuration, secrets } = readConfiguration({
  NODE_ENV: 'test',
  PORT: '0',
  DATA_DIR: mkdtempSync(join(tmpdir(), 'concertation-bench-pages-')),
  DATABASE_URL: `postgres://app@localhost/pages?host=${socketDirectory}`,
  DEMONSTRATION: '0',
  MEDIA_OFF: '1',
  LOG_LEVEL: 'error',
  REQUESTS_PER_MINUTE: '1000000',
});
const server = await startServer(configuration, secrets, createLogger('error'));
const { database, sessions } = server.services;
if ((await database.db.$count(accounts)) === 0) await generate(database, size as Size);

const coordinators = await database.db
  .selectDistinctOn([grants.granteeId], {
    accountId: grants.granteeId,
    boardId: grants.subjectId,
    meetingId: meetings.id,
  })
  .from(grants)
  .innerJoin(boards, eq(boards.id, grants.subjectId))
  .innerJoin(meetings, eq(meetings.boardId, boards.id))
  .where(and(eq(grants.subjectKind, 'board'), inArray(grants.role, ['coordinator']), eq(meetings.state, 'planned')))
  .orderBy(grants.granteeId)
  .limit(50);
const visitors: Visitor[] = [];
for (const { accountId, ...place } of coordinators) {
  const { cookie } = await database.transaction((tx) =>
    sessions.open(tx, { accountId, means: 'demonstration', device: 'bench', replaces: null }),
  );
  visitors.push({ ...place, cookie: cookie.split(';')[0] as string });
}
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
process.send?.({ type: 'ready', port: server.port, visitors } satisfies PagesReady);
