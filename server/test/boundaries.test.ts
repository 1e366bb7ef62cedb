import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

// The boundaries are lint: these imports, planted in a tree of their own, must each be refused.
const repository = fileURLToPath(new URL('../..', import.meta.url));
let tree: string;

test.before(() => {
  tree = mkdtempSync(join(tmpdir(), 'concertation-boundaries-'));
  cpSync(join(repository, 'oxlint.config.ts'), join(tree, 'oxlint.config.ts'));
  symlinkSync(join(repository, 'node_modules'), join(tree, 'node_modules'));
});
test.after(() => rmSync(tree, { recursive: true, force: true }));

function refusals(file: string, source: string): string {
  const path = join(tree, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${source}\n`);
  const { stdout } = spawnSync(process.execPath, [join(repository, 'node_modules/.bin/oxlint'), file], {
    cwd: tree,
    encoding: 'utf8',
  });
  rmSync(path);
  return stdout;
}

const planted: [what: string, file: string, specifier: string][] = [
  ['a room that looks right', 'server/src/patients/planted.ts', '../meetings/index.ts'],
  ['a room that reaches a transport', 'server/src/reports/freeze/planted.ts', '../../sync/index.ts'],
  ['a transport that reaches the other', 'server/src/http/planted.ts', '../sync/index.ts'],
  ['a room entered past its door', 'server/src/cases/planted.ts', '../access/grants.ts'],
  ['a feature that imports another', 'web/src/features/cases/planted.ts', '../meetings/index.ts'],
  ['pixels that fetch', 'web/src/ui/planted.ts', '../api/index.ts'],
  ['shared that knows the server', 'shared/src/domain/planted.ts', '@concertation/server'],
  ['shared that does I/O', 'shared/src/documents/planted.ts', 'node:fs'],
];

for (const [what, file, specifier] of planted)
  test(`lint refuses ${what}`, () => {
    const output = refusals(file, `import { something } from '${specifier}';\nexport const planted = something;`);
    assert.match(output, 'no-restricted-imports');
  });

test('lint lets a room look left through a door', () => {
  const output = refusals(
    'server/src/cases/planted.ts',
    "import { grant } from '../access/index.ts';\nexport const planted = grant;",
  );
  assert.not.match(output, 'no-restricted-imports');
});

test.run();
