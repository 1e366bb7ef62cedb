import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { desc, eq } from 'drizzle-orm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { auditEvents, directoryProfessionals } from '@concertation/schema';
import {
  departedAmong,
  ExtractionRefused,
  type ImportProgress,
  readActivities,
  readLastImport,
  readProfessional,
  searchProfessionals,
} from '../src/directory/index.ts';
import { clearUnfinishedImport } from '../src/directory/importing/import-lock.ts';
import { fictitiousRpps, writeLine } from '../src/demonstration/directory/fictitious-line.ts';
import { DirectoryWorld, extractionText, somebody } from './support/directory-world.ts';
import { sampleZip } from './support/sample-files.ts';
import { waitFor } from './support/wait-for.ts';

let world: DirectoryWorld;
test.before(async () => {
  world = await DirectoryWorld.open();
});
test.after(() => world?.stop());

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => assert.unreachable('nothing was refused'),
    (error: unknown) => {
      assert.instance(error, ExtractionRefused);
      return (error as ExtractionRefused).message;
    },
  ) as Promise<string>;

const one = somebody(1, 'BERTIN', 'Agnès');
const two = somebody(2, 'CARLIER', 'Bruno');

// SC-12
test('a line for each specialty and activity makes one professional, wherever the lines are', async () => {
  const report = await world.importLines([
    { ...one, title: 'PR' },
    two,
    { ...one, specialty: 'Oncologie option médicale', town: 'Bourg-Exemple', structure: 'CLINIQUE' },
    { ...one, mode: '', town: '', structure: '' },
    { ...two, rpps: fictitiousRpps(3), mode: '', town: '', structure: '' },
  ]);
  assert.is(report.professionals, 3);
  assert.is(report.lines, 5);
  assert.is(report.fileDate.toISOString(), '2026-09-30T22:00:00.000Z', 'the date that the name says, in Paris');
  const found = await readProfessional(world.database.db, `8${one.rpps}`);
  assert.equal(found, {
    nationalId: `8${one.rpps}`,
    rpps: one.rpps,
    title: 'Pr',
    familyName: 'BERTIN',
    givenName: 'Agnès',
    profession: 'Médecin',
    specialties: ['Oncologie option médicale', 'Pneumologie'],
    towns: ['Bourg-Exemple', 'Ville-Exemple'],
    structures: ['CENTRE HOSPITALIER', 'CLINIQUE'],
    active: true,
    source: 'extraction',
  });
  assert.is((await readProfessional(world.database.db, `8${fictitiousRpps(3)}`))?.active, false, 'no exercise mode');
  const activities = await readActivities(world.database.db, `8${one.rpps}`);
  assert.equal(
    activities.map(({ structure, town, specialty }) => [structure, town, specialty]),
    [
      ['CENTRE HOSPITALIER', 'Ville-Exemple', 'Pneumologie'],
      ['CLINIQUE', 'Bourg-Exemple', 'Oncologie option médicale'],
    ],
  );
  assert.is(await readProfessional(world.database.db, `8${fictitiousRpps(9)}`), null);
});

test('a later extraction replaces it: arrivals, departures and changed activities are counted, and who left is known', async () => {
  await world.importLines([one, two, somebody(4, 'DELMAS', 'Cécile')], 2);
  const report = await world.importLines([{ ...one, town: 'Saint-Exemple' }, somebody(5, 'ESNAULT', 'Damien'), two], 3);
  const { professionals, arrivals, departures, changed } = report;
  assert.equal(
    { professionals, arrivals, departures, changed },
    { professionals: 3, arrivals: 1, departures: 1, changed: 1 },
  );
  assert.equal(await world.names('delmas'), []);
  const gone = await departedAmong(world.database.db, [one.rpps, fictitiousRpps(4), fictitiousRpps(77)]);
  assert.equal([...gone.keys()], [fictitiousRpps(4)], 'one who was never there has not left');
  assert.is(gone.get(fictitiousRpps(4))?.toISOString(), report.fileDate.toISOString());
  await world.importLines([one, two, somebody(4, 'DELMAS', 'Cécile')], 4);
  assert.is((await departedAmong(world.database.db, [fictitiousRpps(4)])).size, 0, 'who comes back has not left');
  const again = await world.importLines([somebody(4, 'DELMAS', 'Cécile'), two, one], 4);
  assert.equal(
    [again.arrivals, again.departures, again.changed],
    [0, 0, 0],
    'the same lines in another order are the same',
  );
});

test('an import is in the audit, with counts and no name', async () => {
  const last = await readLastImport(world.database.db);
  const [event] = await world.database.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.kind, 'directory.imported'))
    .orderBy(desc(auditEvents.position))
    .limit(1);
  assert.is(event?.subject, `directory:${last?.id}`);
  assert.is((event?.details as { professionals?: number } | undefined)?.professionals, 3);
});

test('bad lines are told by their number and left out; the others are read', async () => {
  const bad = ['', 'a|b', writeLine({ ...two, rpps: '10000000001' }), writeLine({ ...two, familyName: '' })];
  const path = world.write('bad_20261005.txt', extractionText([one], [...bad, writeLine(two)]));
  const { badLines, firstBadLines, professionals } = await world.import(path);
  assert.is(professionals, 2);
  assert.is(badLines, 3);
  assert.equal(
    firstBadLines.map(({ line }) => line),
    [4, 5, 6],
  );
  assert.match(firstBadLines[1]?.problem ?? '', 'RPPS');
});

test('of thousands of bad lines the first twenty are told; a file that is mostly unreadable replaces nothing', async () => {
  const many = Array.from({ length: 200 }, () => 'x|y');
  const people = Array.from({ length: 2000 }, (_, nth) => somebody(nth + 1, 'FABRE', 'Fanny'));
  const told = await world.import(world.write('many.txt', extractionText(people, many)));
  assert.is(told.badLines, 200);
  assert.is(told.firstBadLines.length, 20);
  const before = await readLastImport(world.database.db);
  const mostly = world.write('mostly.txt', extractionText(people.slice(0, 300), many));
  assert.match(
    await refusal(world.import(mostly, { acceptDepartures: true })),
    /ligne sur dix.*ligne 302 : 2 colonnes/,
  );
  assert.equal(await readLastImport(world.database.db), before);
  assert.equal(await world.leftovers(), []);
});

test('a file cut short, whose people would leave in crowds, is refused unless somebody says that it is right', async () => {
  const people = Array.from({ length: 2000 }, (_, nth) => somebody(nth + 1, 'FABRE', 'Fanny'));
  await world.importLines(people, 6, { acceptDepartures: true });
  assert.match(await refusal(world.importLines(people.slice(0, 1400), 7)), /^600 professionnels sur 2000 partiraient/);
  assert.is((await readLastImport(world.database.db))?.professionals, 2000);
  assert.is((await world.importLines(people.slice(0, 3), 7, { acceptDepartures: true })).departures, 1997);
});

test('what is no extraction is refused in words, and changes nothing', async () => {
  const before = await readLastImport(world.database.db);
  const archive = (name: string, content: string | Uint8Array) => sampleZip([{ name, content: Buffer.from(content) }]);
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['empty.txt', '', /vide/],
    ['header.txt', extractionText([]), /aucune ligne/],
    ['other.csv', 'a;b;c\n1;2;3\n', /Colonnes manquantes/],
    ['line.txt', 'x'.repeat(200_000), /64 Kio/],
    ['utf16.txt', Buffer.from(extractionText([one]), 'utf16le'), /Colonnes manquantes/],
    ['none.zip', archive('lisez-moi.md', 'bonjour'), /ne contient pas/],
    ['cut.zip', archive('a.txt', extractionText([one])).subarray(0, 300), /abîmée/],
  ];
  for (const [name, content, why] of cases)
    assert.match(await refusal(world.import(world.write(name, content))), why, name);
  assert.match(await refusal(world.import('/nowhere/at-all.txt')), /introuvable/);
  assert.match(await refusal(world.import(world.place)), /pas un fichier/);
  assert.equal(await readLastImport(world.database.db), before);
  assert.equal(await world.leftovers(), []);
});

test('an archive is opened, and the right file taken among its sisters, in Windows-1252 as in UTF-8', async () => {
  const text = extractionText([somebody(1, 'HAMELIN', 'Joël', { structure: 'C\\H' })]);
  for (const [day, encoding] of [
    ['10', 'latin1'],
    ['11', 'utf8'],
  ] as const) {
    const zip = sampleZip([
      { name: 'PS_LibreAcces_Dipl_AutExerc_202610100000.txt', content: Buffer.from('a|b\n') },
      { name: `PS_LibreAcces_Personne_activite_202610${day}0000.txt`, content: Buffer.from(text, encoding) },
    ]);
    const report = await world.import(world.write(`PS_LibreAcces_${day}.zip`, zip));
    assert.is(report.fileName, `PS_LibreAcces_Personne_activite_202610${day}0000.txt`);
    assert.equal(await world.names('hamelin'), ['HAMELIN Joël']);
    assert.equal((await readProfessional(world.database.db, `8${fictitiousRpps(1)}`))?.structures, ['C\\H']);
  }
});

test('an archive that lies about what it holds is refused, whether it holds more or less', async () => {
  const content = Buffer.from(
    extractionText(Array.from({ length: 300 }, (_, nth) => somebody(nth + 1, 'IMBERT', 'Inès'))),
  );
  for (const declared of [10, 0xfffffffe]) {
    const lying = sampleZip([{ name: 'a.txt', content, declared }]);
    assert.match(await refusal(world.import(world.write('lying.zip', lying))), /abîmée/);
  }
  assert.equal(await world.leftovers(), []);
});

test('searches go on during an import, see one generation or the other, and a second import is refused', async () => {
  const generation = (givenName: string) =>
    Array.from({ length: 400 }, (_, nth) => somebody(nth + 1, 'QUENTIN', givenName));
  await world.importLines(generation('Ancienne'), 12, { acceptDepartures: true });
  let importing = true;
  const seen = new Set<string>();
  const watch = async () => {
    while (importing) {
      const { professionals, more } = await searchProfessionals(world.database.db, 'quentin');
      assert.is(professionals.length, 20);
      assert.ok(more);
      seen.add([...new Set(professionals.map(({ givenName }) => givenName))].join(' and '));
    }
  };
  const watching = [watch(), watch(), watch()];
  const second: Promise<string>[] = [];
  const tell = ({ step, part }: ImportProgress) => {
    if (step === 'build' && part === 1) second.push(refusal(world.importLines([one], 13)));
  };
  await world.importLines(generation('Nouvelle'), 14, { tell });
  assert.match((await second[0]) ?? '', 'déjà en cours');
  await waitFor(() => seen.has('Nouvelle'), 'a search after the import');
  importing = false;
  await Promise.all(watching);
  assert.equal([...seen].sort(), ['Ancienne', 'Nouvelle'], 'never a mixture');
  assert.is((await readLastImport(world.database.db))?.fileName, 'PS_LibreAcces_Personne_activite_202610140000.txt');
});

for (const cutAt of ['read', 'build', 'index'] as const)
  test(`an import that loses its connection at the step « ${cutAt} » ends in an error, and the next one finds nothing in its way`, async () => {
    const before = await readLastImport(world.database.db);
    let cut: Promise<unknown> | undefined;
    const tell = ({ step }: ImportProgress) => {
      if (step !== cutAt || cut) return;
      cut = world.database.raw`
      select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 720181`.execute();
    };
    const failed = await world.importLines([one, two], 14, { tell, acceptDepartures: true }).then(
      () => null,
      (error: unknown) => error,
    );
    await cut;
    assert.instance(failed, Error);
    assert.not.instance(failed, ExtractionRefused);
    assert.equal(await readLastImport(world.database.db), before);
    assert.is((await world.importLines([one, two], 14, { acceptDepartures: true })).professionals, 2);
    assert.equal(await world.leftovers(), []);
  });

test('the next generation has the indexes of the first, under their names', async () => {
  const rows = await world.database.raw<{ name: string }[]>`
    select indexname as name from pg_indexes where tablename like 'directory_%' and schemaname = 'public' order by 1`;
  assert.equal(
    rows.map(({ name }) => name),
    [
      'directory_activities_national_id',
      'directory_departures_pkey',
      'directory_imports_pkey',
      'directory_professionals_family',
      'directory_professionals_given',
      'directory_professionals_national_id',
      'directory_professionals_rpps',
      'directory_professionals_words',
      'directory_words_slips',
      'directory_words_word',
    ],
  );
});

const command = fileURLToPath(new URL('../src/import-directory.ts', import.meta.url));

function runImport(path: string, more: string[] = []): ChildProcess & { told: () => string } {
  const env = { ...process.env, DATA_DIR: world.place, NODE_ENV: 'test', INIT_CWD: world.place };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', command, path, ...more], { env });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (told += chunk.toString()));
  return Object.assign(child, { told: () => told });
}

test('a killed import leaves the former directory, nothing else, and can be run again', async () => {
  const many = Array.from({ length: 60_000 }, (_, nth) => somebody(nth + 1, `KERMADEC${nth % 977}`, 'Gaël'));
  world.write('killed_20261015.txt', extractionText(many));
  const before = await readLastImport(world.database.db);
  const killed = runImport('killed_20261015.txt', ['--accept-departures']);
  await waitFor(async () => (await world.leftovers()).length > 0, 'the import at work');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  assert.equal(await readLastImport(world.database.db), before);
  await waitFor(async () => {
    await clearUnfinishedImport(world.database);
    return (await world.leftovers()).length === 0;
  }, 'the next start to remove what was left');
  const again = runImport('killed_20261015.txt', ['--accept-departures']);
  const [code] = (await once(again, 'exit')) as [number];
  assert.is(code, 0, again.told());
  assert.match(again.told(), /Annuaire du 15 octobre 2026 en service : 60\s000 professionnels/);
  assert.match(again.told(), /Lecture +\[█+\] 100 %/);
  assert.is(await world.database.db.$count(directoryProfessionals), 60_000);
  assert.equal(await world.leftovers(), []);
});

test('the command says in words what it needs and what it refuses, by its exit code too', async () => {
  const nothing = runImport('');
  assert.equal(await once(nothing, 'exit'), [2, null]);
  assert.match(nothing.told(), 'Usage : npm run rpps:import -- FICHIER');
  world.write('other.csv', 'a;b;c\n');
  const refused = runImport('other.csv');
  assert.equal(await once(refused, 'exit'), [1, null]);
  assert.match(refused.told(), 'Colonnes manquantes : « Identification nationale PP »');
  assert.not.match(refused.told(), ' at ', 'no stack');
});

test.run();
