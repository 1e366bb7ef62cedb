import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const module = new URL('./binaries.ts', import.meta.url).href;

/** In a process of its own, at the given instant, so that all of them meet. */
function makeLinksElsewhere(root: string, at: number): Promise<number | null> {
  const script = `
    const { makeLibraryLinks } = await import('${module}');
    while (Date.now() < ${at}) continue;
    makeLibraryLinks(${JSON.stringify(root)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  return new Promise((done) => child.once('exit', done));
}

test('processes that start at once on a new installation all find the library links', async () => {
  const root = mkdtempSync(join(tmpdir(), 'concertation-links-'));
  try {
    const targets = Array.from({ length: 2_000 }, (_, index) => `native/lib/liba.so.${index}`);
    mkdirSync(join(root, 'native/lib'), { recursive: true });
    writeFileSync(join(root, 'native/lib/liba.so'), '');
    const list = targets.map((target) => ({ source: 'native/lib/liba.so', target }));
    writeFileSync(join(root, 'native/pg-symlinks.json'), JSON.stringify(list));
    const at = Date.now() + 2_000;
    const codes = await Promise.all(Array.from({ length: 4 }, () => makeLinksElsewhere(root, at)));
    assert.equal(codes, [0, 0, 0, 0]);
    for (const target of targets) assert.is(readlinkSync(join(root, target)), 'liba.so');
    assert.is(readdirSync(join(root, 'native/lib')).length, targets.length + 1);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test.run();
