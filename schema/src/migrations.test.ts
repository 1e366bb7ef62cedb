import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { migrationsFolder } from './migrations.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

test('the migrations say what the tables say: generating again changes nothing', () => {
  const copy = mkdtempSync(join(tmpdir(), 'concertation-migrations-'));
  try {
    cpSync(migrationsFolder, copy, { recursive: true });
    const command = [
      join(repository, 'node_modules/.bin/drizzle-kit'),
      'generate',
      '--dialect',
      'postgresql',
      '--schema',
      './schema/src/tables',
      '--out',
      relative(repository, copy),
    ];
    const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: repository, encoding: 'utf8' });
    assert.match(stdout, 'No schema changes', stderr);
    assert.equal(readdirSync(copy).sort(), readdirSync(migrationsFolder).sort());
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test.run();
