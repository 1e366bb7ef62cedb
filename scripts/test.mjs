// Everything CI runs, in one command: format, lint and boundaries, types, unit, integration, faults, journeys.
// The last line counts all of it: « N passed, N failed ».
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { findMediaWorker, findTools } from './tools.mjs';

const tools = findTools();
const env = { ...process.env, ...tools };
const workspaces = ['shared', 'schema', 'server', 'web'];
const totals = { passed: 0, failed: 0, skipped: 0 };

function stage(name, command, commandArguments) {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const { status } = spawnSync(command, commandArguments, { env, stdio: ['ignore', 1, 2] });
  console.log(`── ${name} : ${status === 0 ? 'ok' : 'ÉCHEC'} (${Math.round((performance.now() - began) / 1000)} s)`);
  return status === 0;
}

/** A check that has no count of its own counts for one. */
function check(name, command, commandArguments) {
  totals[stage(name, command, commandArguments) ? 'passed' : 'failed'] += 1;
}

/** Five to ten minutes where it has to be built, once for a machine; without it the tests of calls cannot hold. */
async function mediaWorker() {
  console.log('\n── moteur vidéo');
  try {
    Object.assign(env, await findMediaWorker());
    totals.passed += 1;
    console.log(`── moteur vidéo : ok (${env.MEDIASOUP_WORKER_BIN})`);
  } catch (error) {
    totals.failed += 1;
    console.log(`${error.message}\n── moteur vidéo : ÉCHEC`);
  }
}

/** Tests write what they counted; a run that fails without writing it counts as one failure. */
function tests(name, task, files) {
  for (const file of files) rmSync(file, { force: true });
  const ok = stage(name, 'turbo', [
    'run',
    task,
    '--concurrency=1',
    '--log-order=grouped',
    '--output-logs=new-only',
    '--log-prefix=none',
    '--continue',
  ]);
  let failed = 0;
  for (const file of files.filter(existsSync)) {
    const counted = JSON.parse(readFileSync(file, 'utf8'));
    for (const key of Object.keys(totals)) totals[key] += counted[key];
    failed += counted.failed;
  }
  if (!ok && failed === 0) totals.failed += 1;
}

check('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
check('lint et frontières', 'npm', ['run', '--silent', 'lint']);
check('types et construction', 'turbo', ['run', 'check', 'build', '--output-logs=errors-only', '--log-order=grouped']);
await mediaWorker();
tests(
  'unités, intégration, pannes',
  'test',
  workspaces.map((name) => `${name}/test-results.json`),
);
tests('parcours dans Chromium', 'journeys', ['web/journey-results.json']);

console.log(`\n${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`);
process.exitCode = totals.failed ? 1 : 0;
