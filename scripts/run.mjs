// Every command of the README: installs what the lock file says when it changed, builds the screen, then hands over to
// the project's own Node (node_modules/.bin/node). Plain JavaScript for any Node from 20, no dependency.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findTools } from './tools.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [task = 'start', ...taskArguments] = process.argv.slice(2);
const entries = {
  start: { build: true, file: 'server/src/main.ts' },
  test: { build: false, file: 'scripts/test.mjs' },
  bench: { build: true, browser: true, file: 'server/test/bench/run.ts' },
  faults: { build: false, file: 'server/test/faults/run.ts' },
  seed: { build: false, file: 'server/test/seed/run.ts' },
  'media-prepare': { build: false, file: 'server/src/prepare-media-worker.ts' },
  // A file larger than memory goes through it: Node keeps to little, whatever the machine has.
  'rpps-import': {
    build: false,
    file: 'server/src/import-directory.ts',
    flags: ['--max-semi-space-size=8', '--max-old-space-size=192'],
  },
  administrator: { build: false, file: 'server/src/grant-administrator.ts' },
  'audit-dependencies': { build: false, file: 'scripts/audit-dependencies.mjs' },
  verify: { build: false, file: 'server/src/verify-report.ts' },
  'audit-verify': { build: false, file: 'server/src/verify-audit.ts' },
};
const entry = entries[task];
if (!entry) {
  console.error(`Commande inconnue : ${task}. Commandes : ${Object.keys(entries).join(', ')}.`);
  process.exit(2);
}

const bin = join(root, 'node_modules', '.bin');
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};

function run(command, commandArguments) {
  const result = spawnSync(command, commandArguments, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    console.error(`Échec : ${command} ${commandArguments.join(' ')}`);
    process.exit(result.status || 1);
  }
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.installed-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Concertation : installation des dépendances (une à deux minutes la première fois)…');
  run('npm', ['ci', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

function pickNode() {
  const own = join(bin, 'node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major === 24 && minor >= 12) return process.execPath;
  console.error('Aucun Node 24 pour cette plateforme dans les dépendances : installez Node 24.12 ou plus récent.');
  process.exit(1);
}

install();
const node = pickNode();
if (entry.build) {
  console.error('Concertation : préparation des écrans…');
  run('turbo', ['run', 'build', '--output-logs=errors-only', '--log-order=grouped']);
}

if (entry.browser) Object.assign(env, findTools());

const flags = ['--disable-warning=ExperimentalWarning', ...(entry.flags ?? [])];
const child = spawn(node, [...flags, entry.file, ...taskArguments], {
  cwd: root,
  env,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// When npm itself is killed hard nobody forwards a signal: an orphan stops its child.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 500).unref();
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
