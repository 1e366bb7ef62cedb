import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { frozenReports } from '@concertation/schema';
import { platform } from '@concertation/shared/access';
import type { AskedErasure, Erasure, ReportDetail } from '@concertation/shared/contracts';
import { grant } from '../src/access/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { ask } from './support/ask.ts';
import { type Actor, askFreeze, askReport, openWorld, presentComplete, type World } from './support/report-world.ts';

let server: TestServer;
let world: World;
test.before(async () => {
  // No key: what is frozen here is never rendered.
  server = await startTestServer({ DEMONSTRATION: '0', SIGNING_P12: 'there-is-no-key.p12' });
  world = await openWorld(server);
});
test.after(() => server?.stop());

const asActor = async <Body>({ cookie }: Actor, method: string, path: string, body?: unknown): Promise<Body> => {
  const answer = await ask(server, method, path, { cookie, ...(body === undefined ? {} : { body }) });
  assert.ok(answer.status < 400, `${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as Body;
};

// SC-44
test('the name stays on a frozen report after the erasure of who froze it, byte for byte', async () => {
  const { delegate, outsider, coordinator } = world.people;
  await server.services.database.transaction((tx) =>
    grant(tx, {
      subject: platform,
      grantee: { kind: 'account', id: outsider.principal.accountId },
      role: 'platform_administrator',
      grantedBy: null,
    }),
  );
  const presented = await presentComplete(world);
  assert.is((await askFreeze(world, 'delegate', presented)).status, 200);
  const frozen = () =>
    server.services.database.db.select().from(frozenReports).where(eq(frozenReports.reportId, presented.reportId));
  const before = await frozen();
  assert.is(before.length, 1);

  const asked = await asActor<Erasure>(delegate, 'POST', '/api/account/erasure', {
    email: 'delegate@exemple.invalid',
  });
  const [request] = await asActor<AskedErasure[]>(outsider, 'GET', '/api/administration/erasures');
  assert.equal([request?.requestId, request?.cases], [asked.requestId, 0]);
  await asActor(outsider, 'POST', `/api/administration/erasures/${asked.requestId}`, { decision: 'done' });

  assert.equal(await frozen(), before);
  const report = (await askReport(world, 'coordinator', 'GET', presented.reportId)).body as ReportDetail;
  assert.is(report.frozenBy, 'Dr Camille delegate');
  const board = await asActor<unknown>(coordinator, 'GET', `/api/boards/${world.boardId}`);
  assert.not.match(JSON.stringify(board), delegate.principal.accountId);
});

test.run();
