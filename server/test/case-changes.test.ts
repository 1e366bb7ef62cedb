import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { CaseChanges, ReportDetail } from '@concertation/shared/contracts';
import { documentName } from '@concertation/shared/domain';
import { shareCase } from '../src/cases/index.ts';
import { requestsOfCases } from '../src/cases/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { ask, refusalCode } from './support/ask.ts';
import {
  type ActorName,
  askFreeze,
  complete,
  openWorld,
  paragraphs,
  type Presented,
  presentComplete,
  presentNewCase,
  type World,
  write,
} from './support/report-world.ts';
import { writeSection } from '../src/documents/index.ts';
import { addAttendance } from '../src/meetings/index.ts';

let server: TestServer;
let world: World;
test.before(async () => {
  server = await startTestServer({ DEMONSTRATION: '0', SIGNING_P12: 'there-is-no-key.p12' });
  world = await openWorld(server);
});
test.after(() => server?.stop());

const changes = (who: ActorName, { caseId }: Presented) =>
  ask(server, 'GET', `/api/cases/${caseId}/changes`, { cookie: world.people[who].cookie });
const read = async (who: ActorName, presented: Presented) => (await changes(who, presented)).body as CaseChanges;
const sheet = ({ caseId }: Presented) => documentName('case', caseId);

/** Presents a case whose sheet holds these words, and freezes its report. */
async function frozen(sections: Record<string, string>, fields: Record<string, string> = {}) {
  const presented = await presentNewCase(world);
  await write(world, 'owner', sheet(presented), { sections, fields });
  await write(world, 'owner', documentName('report', presented.reportId), complete);
  await addAttendance(server.services, world.people.secretary.principal, presented.meetingId, {
    name: 'Dr Zoé Brun',
    specialty: 'Radiologie',
  });
  const { body, status } = await askFreeze(world, 'coordinator', presented);
  assert.is(status, 200);
  return { presented, report: body as ReportDetail };
}

test('before a first frozen report nothing is said to have changed', async () => {
  const presented = await presentComplete(world);
  await write(world, 'owner', sheet(presented), { sections: { history: 'Douleurs.' } });
  assert.equal(await read('owner', presented), { since: null, fields: [], sections: [] });
});

// product.md, « Depuis la dernière RCP »
test('what changed since is told by field and by sentence', async () => {
  const { presented, report } = await frozen(
    { history: 'Douleurs abdominales. Scanner à faire.', diagnosis: 'Adénocarcinome.' },
    { stage: 'II', performanceStatus: '1' },
  );
  const { since, fields, sections } = await read('secretary', presented);
  assert.equal(since, { reportId: presented.reportId, boardName: 'RCP Digestif', frozenAt: report.frozenAt });
  assert.equal([fields, sections], [[], []]);

  await server.services.live.edit(sheet(presented), world.people.owner.principal, (document) => {
    writeSection(document, 'history', paragraphs('Douleurs abdominales. Scanner du 3 mars : stable.', 'IRM prévue.'));
  });
  await write(world, 'owner', sheet(presented), { fields: { stage: 'III', reason: 'Récidive' } });
  const after = await read('secretary', presented);
  assert.equal(after.fields, [
    { field: 'stage', before: 'II', after: 'III' },
    { field: 'reason', before: '', after: 'Récidive' },
  ]);
  assert.equal(after.sections, [
    {
      section: 'history',
      sentences: [
        { change: 'removed', text: 'Scanner à faire.' },
        { change: 'added', text: 'Scanner du 3 mars : stable.' },
        { change: 'added', text: 'IRM prévue.' },
      ],
    },
  ]);
});

test('who may not read the report is told of no difference from it; who may not read the case, nothing', async () => {
  const { presented } = await frozen({ history: 'Douleurs.' });
  const { accountId } = world.people.outsider.principal;
  assert.is(refusalCode(await changes('outsider', presented)), 'not_found');
  await shareCase(
    {
      ...server.services,
      reportsOf: async () => [],
      isAwaitedBy: async () => false,
      meetingsWith: async () => [],
    } as Parameters<typeof shareCase>[0],
    world.people.owner.principal,
    { caseId: presented.caseId, accountId, role: 'reader' },
  );
  assert.is((await read('outsider', presented)).since, null);
  assert.is((await read('owner', presented)).since?.reportId, presented.reportId);
});

// SC-101
test('a freeze answers the request that the presentation was', async () => {
  const presented = await presentComplete(world);
  const counts = async () =>
    (await requestsOfCases(server.services.database.db, [presented.caseId])).get(presented.caseId);
  assert.equal(await counts(), { pending: 1, answered: 0 });
  await askFreeze(world, 'coordinator', presented);
  assert.equal(await counts(), { pending: 0, answered: 1 });
});

test.run();
