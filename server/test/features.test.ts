import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

// docs/features.md says where each feature lives and which tests hold it: both must be true.
const repository = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(repository, 'docs/features.md'), 'utf8');
const rows = [...page.matchAll(/^\| ((?:SC|OO|CM|SA|PA)-\d+) *\|.*$/gm)].map(([line, id]) => ({
  id: id as string,
  places: [...line.matchAll(/`([^`]+)`/g)].map(([, place]) => place as string),
}));
const tests = globSync('{shared,schema,server,web}/**/*.{test,journey}.ts', {
  cwd: repository,
  exclude: (path) => path.includes('node_modules'),
}).map((file) => readFileSync(join(repository, file), 'utf8'));

test('each row names places that exist', () => {
  assert.ok(rows.length > 90, 'the page lists the features');
  for (const { id, places } of rows) {
    assert.ok(places.length > 0, `${id} lives nowhere`);
    for (const place of places) assert.ok(existsSync(join(repository, place)), `${id}: ${place} is not there`);
  }
});

test('each row is cited by a test', () => {
  const uncited = rows.filter(({ id }) => !tests.some((text) => new RegExp(`${id}\\b`).test(text)));
  assert.equal(
    uncited.map(({ id }) => id),
    [],
  );
});

test.run();
