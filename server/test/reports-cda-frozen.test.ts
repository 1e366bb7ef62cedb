import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { accounts } from '@concertation/schema';
import { packXdm } from '../src/deliveries/xdm/pack-xdm.ts';
import { cdaDocument, checkCda, readCda, readPapers } from '../src/reports/index.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { askFreeze, openWorld, presentComplete, type Presented, type World } from './support/report-world.ts';
import { ask } from './support/ask.ts';
import { noNumbers } from './support/report-facts.ts';
import { waitFor } from './support/wait-for.ts';

let server: TestServer;
let world: World;
let presented: Presented;
const rpps = '10001234567';

test.before(async () => {
  server = await startTestServer({
    DEMONSTRATION: '0',
    ESTABLISHMENT_OID: '1.2.250.1.999',
    ESTABLISHMENT_FINESS: '490000031',
  });
  world = await openWorld(server);
  const { db } = server.services.database;
  const { coordinator, owner } = world.people;
  await db
    .update(accounts)
    .set({ rpps, verifiedAt: new Date() })
    .where(eq(accounts.id, coordinator.principal.accountId));
  // Claimed, and verified by nobody: it is said nowhere.
  await db
    .update(accounts)
    .set({ rpps: '10009876543', verifiedAt: null, trialEndsAt: new Date(Date.now() + 86_400_000) })
    .where(eq(accounts.id, owner.principal.accountId));
  presented = await presentComplete(world);
  for (const body of [
    { role: 'general_practitioner', name: 'Dr Lœuvre-Naïm', address: 'x@medecin.mssante.fr' },
    { role: 'correspondent', name: '-', accountId: world.people.referent.principal.accountId },
  ]) {
    const added = await ask(server, 'POST', `/api/cases/${presented.caseId}/correspondents`, {
      cookie: owner.cookie,
      body,
    });
    assert.is(added.status, 200);
  }
  assert.is(await readPapers(db, presented.reportId), null, 'nothing before the signature');
  assert.is((await askFreeze(world, 'coordinator', presented)).status, 200);
  await waitFor(async () => (await readPapers(db, presented.reportId)) !== null, 'the report is signed');
});
test.after(() => server?.stop());

const papersOf = async () => {
  const papers = await readPapers(server.services.database.db, presented.reportId);
  assert.ok(papers);
  return papers;
};

// CDA-1, CDA-3, CDA-8, CM-38
test('the document of a report that was frozen breaks no rule, and says who treats the patient', async () => {
  const papers = await papersOf();
  const { xml, header } = cdaDocument(papers, noNumbers);
  assert.equal(checkCda(xml), []);
  assert.equal(readCda(xml).header, header);
  assert.equal(header.generalPractitioner?.familyName, 'Dr Lœuvre-Naïm');
  assert.equal(
    header.correspondents.map(({ familyName, givenName }) => [familyName, givenName]),
    [['referent', 'Camille']],
  );
  assert.equal([header.coordinator.rpps, header.requester.rpps, header.presenter.rpps], [rpps, null, null]);
  assert.equal(header.establishment, { name: 'Établissement de démonstration', finess: '490000031', sector: 'SA01' });
  assert.equal(header.patient.localId, { root: '1.2.250.1.999', extension: presented.patientId });
  assert.equal(
    header.present.map(({ familyName, quorum }) => [familyName, quorum]),
    [['Dr Zoé Brun', true]],
  );
});

// FRZ-3, CDA-3
test('neither a correspondent’s address nor a number that nobody verified is in the frozen facts', async () => {
  const { facts } = await papersOf();
  assert.not.match(JSON.stringify(facts), /mssante|10009876543/);
});

// CDA-1, XDM-1
test('the settings of another day change nothing in it', async () => {
  const papers = await papersOf();
  const other = { oid: '1.2.3', finess: '750000001', sector: 'SA04' };
  const packed = await packXdm({ papers, establishment: noNumbers });
  assert.ok(Buffer.from(packed.zip).equals(Buffer.from((await packXdm({ papers, establishment: other })).zip)));
});

// CDA-1
test('the PDF inside is one that other programs open', async () => {
  const { pdf } = readCda(cdaDocument(await papersOf(), noNumbers).xml);
  const directory = mkdtempSync(join(tmpdir(), 'cda-'));
  const path = join(directory, 'report.pdf');
  writeFileSync(path, pdf);
  const words = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  rmSync(directory, { recursive: true });
  assert.match(words, 'Chimiothérapie néoadjuvante');
});

test.run();
