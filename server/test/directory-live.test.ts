import type { ServerResponse } from 'node:http';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createLiveDirectory, readDirectoryState, readFromDirectory, searchDirectory } from '../src/directory/index.ts';
import { fictitiousRpps } from '../src/demonstration/directory/fictitious-line.ts';
import { createLogger } from '../src/lib/index.ts';
import { DirectoryWorld, somebody } from './support/directory-world.ts';
import { FakeFhir, fhirPractitioner } from './support/fake-fhir.ts';

let world: DirectoryWorld;
let fhir: FakeFhir;
const known = fictitiousRpps(500);
const log = createLogger('silent');

test.before(async () => {
  world = await DirectoryWorld.open();
  fhir = await FakeFhir.open();
});
test.before.each(() => {
  fhir.requests.length = 0;
  fhir.instead = null;
  fhir.practitioners = (query) => {
    const asked = [query.get('name'), query.get('family'), query.get('identifier')];
    return asked.includes('texier') || asked.includes(known) ? fhirPractitioner(known, 'TEXIER', 'Fanny') : [];
  };
});
test.after(async () => {
  fhir.stop();
  await world.stop();
});

const live = (more: object = {}) => createLiveDirectory({ address: `${fhir.address}/`, key: 'the-key', log, ...more });
const needs = (more: object = {}) => ({ database: world.database, live: live(more) });

// SC-12
test('where no extraction is loaded, the directory on line is asked, with its key and within a page', async () => {
  assert.equal(await readDirectoryState(needs()), {
    available: true,
    professionals: 0,
    fileDate: null,
    importedAt: null,
    live: true,
  });
  assert.is((await readDirectoryState({ database: world.database, live: null })).available, false);
  const found = await searchDirectory(needs(), 'Fanny Texier');
  assert.equal(found, {
    professionals: [
      {
        nationalId: `8${known}`,
        rpps: known,
        title: 'Dr',
        familyName: 'TEXIER',
        givenName: 'Fanny',
        profession: 'Médecin',
        specialties: ['Pneumologie'],
        towns: ['VILLE-EXEMPLE'],
        structures: ['CHU'],
        active: true,
        source: 'fhir',
      },
    ],
    more: false,
    live: 'answered',
  });
  const told = fhir.requests.map(({ resource, query }) =>
    `${resource} ${query.get('family') ?? ''} ${query.get('given') ?? ''}`.trim(),
  );
  assert.equal(told, ['Practitioner fanny texier', 'Practitioner texier fanny', 'Organization']);
  for (const { headers, query } of fhir.requests) {
    assert.is(headers['esante-api-key'], 'the-key');
    assert.is(query.get('_count'), '50');
  }
  assert.is(fhir.requests[0]?.query.get('_revinclude'), 'PractitionerRole:practitioner');
  assert.not.match(JSON.stringify(found), 'mssante', 'no mailbox');
});

test('a number is asked whole or not at all, and too little is not asked', async () => {
  assert.is((await searchDirectory(needs(), known)).professionals[0]?.familyName, 'TEXIER');
  assert.is((await readFromDirectory(needs(), `8${known}`))?.familyName, 'TEXIER');
  fhir.requests.length = 0;
  for (const typed of [known.slice(0, 8), '10000000001', 'a', ''])
    assert.is((await searchDirectory(needs(), typed)).live, 'not_asked', typed);
  assert.is(await readFromDirectory(needs(), '812345678901'), null);
  assert.is(fhir.requests.length, 0);
});

test('whom the extraction holds is not asked on line; whom it does not is', async () => {
  await world.importLines([somebody(1, 'BERTIN', 'Agnès')]);
  const local = await searchDirectory(needs(), 'bertin');
  assert.is(local.live, 'not_asked');
  assert.is(local.professionals[0]?.source, 'extraction');
  assert.is(fhir.requests.length, 0);
  assert.is((await searchDirectory(needs(), 'texier')).professionals[0]?.source, 'fhir');
  assert.equal(await searchDirectory(needs(), 'personne'), { professionals: [], more: false, live: 'answered' });
});

const json = (body: unknown) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(body));
  return true;
};
const status = (code: number) => (response: ServerResponse) => {
  response.writeHead(code, { 'retry-after': '1', location: '/elsewhere' }).end('{}');
  return true;
};

const failures: [string, NonNullable<FakeFhir['instead']>][] = [
  ['too many calls', status(429)],
  ['an error of its own', status(500)],
  ['a key that it refuses', status(403)],
  ['another address: the key is not sent there', status(302)],
  ['no answer', () => true],
  ['an answer that stops', (response) => response.writeHead(200).write('{"resourceType":"Bun')],
  ['a connection that is cut', (response) => Boolean(response.destroy())],
  ['what is no JSON', (response) => Boolean(response.writeHead(200).end('<html>'))],
  ['what is no bundle', json({ resourceType: 'OperationOutcome', issue: [] })],
  ['a bundle of something else', json({ resourceType: 'Bundle', entry: [{ resource: 'Practitioner' }] })],
  [
    'a name that is no text',
    json({
      resourceType: 'Bundle',
      entry: [{ resource: { resourceType: 'Practitioner', id: 'a', name: [{ family: { $: 1 } }] } }],
    }),
  ],
  [
    'an endless answer',
    (response) => {
      response.writeHead(200);
      const pour = () => void response.write(Buffer.alloc(256 * 1024, 0x20));
      response.on('drain', pour);
      pour();
      return true;
    },
  ],
];
for (const [what, instead] of failures)
  test(`the directory on line failing by ${what} is said, and keeps nobody from going on`, async () => {
    fhir.instead = instead;
    const found = await searchDirectory(needs({ timeoutMs: 400 }), 'texier');
    assert.equal(found, { professionals: [], more: false, live: 'unavailable' });
    assert.is(await readFromDirectory(needs({ timeoutMs: 400 }), `8${known}`), null);
    assert.ok(fhir.requests.every(({ resource }) => resource === 'Practitioner'));
  });

test('without their structures, people are shown all the same', async () => {
  fhir.instead = (response, { resource }) => resource === 'Organization' && status(500)(response);
  const { professionals, live: said } = await searchDirectory(needs(), 'texier');
  assert.is(said, 'answered');
  assert.equal(professionals[0]?.towns, []);
});

test('somebody without a name is left out, one without a number is shown without', async () => {
  const [practitioner] = fhirPractitioner(known, 'TEXIER', 'Fanny') as [Record<string, unknown>];
  fhir.practitioners = () => [
    { ...practitioner, name: [] },
    { ...practitioner, id: '003-7', identifier: [{ value: '0012345678' }] },
  ];
  const { professionals } = await searchDirectory(needs(), 'texier');
  assert.equal(
    professionals.map(({ nationalId, rpps, active }) => [nationalId, rpps, active]),
    [['0012345678', null, false]],
  );
});

test('the limit of calls a second is held for everybody together; who would wait too long is told', async () => {
  const shared = { database: world.database, live: live({ callsPerSecond: 2 }) };
  fhir.practitioners = () => [];
  const answers = await Promise.all(Array.from({ length: 12 }, () => searchDirectory(shared, 'personne')));
  const told = (said: string) => answers.filter(({ live: one }) => one === said).length;
  assert.is(told('answered') + told('unavailable'), 12);
  assert.ok(told('answered') >= 4 && told('answered') <= 6, String(told('answered')));
  assert.is(fhir.requests.length, told('answered'));
});

test.run();
