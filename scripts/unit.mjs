// Runs the uvu files of one workspace, each in a process of its own, and writes what it counted to test-results.json.
// uvu alone does not notice a file that forgets to run, that hangs, or that leaves something open.
import { spawn } from 'node:child_process';
import { globSync, writeFileSync } from 'node:fs';

const wanted = process.argv.slice(2);
const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'])
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
const limitSeconds = Number(process.env.TEST_FILE_SECONDS ?? 240);
const lanes = Number(process.env.TEST_LANES ?? 2);
const totals = { passed: 0, failed: 0, skipped: 0 };

function run(file) {
  return new Promise((done) => {
    const env = { ...process.env, FORCE_COLOR: '0', NODE_ENV: 'test', LC_ALL: 'C.UTF-8' };
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let lingering;
    const kill = (reason) => {
      output += `\n${reason}`;
      child.kill('SIGKILL');
    };
    const limit = setTimeout(kill, limitSeconds * 1000, `still running after ${limitSeconds} s`);
    const take = (chunk) => {
      output += chunk;
      if (/^\s+Duration:/m.test(output))
        lingering ??= setTimeout(kill, 10_000, 'something was left open after the last test');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', (code) => {
      clearTimeout(limit);
      clearTimeout(lingering);
      done({ output, code });
    });
  });
}

function count(output, code) {
  const read = (label) => Number(new RegExp(`^\\s+${label}:\\s+(\\d+)`, 'm').exec(output)?.[1] ?? Number.NaN);
  const total = read('Total');
  if (!(total + read('Skipped') > 0)) return { passed: 0, failed: 1, skipped: 0 };
  const passed = read('Passed');
  const failed = total - passed;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: read('Skipped') };
}

const queue = [...files];
async function lane() {
  for (let file = queue.shift(); file; file = queue.shift()) {
    const began = performance.now();
    const { output, code } = await run(file);
    const counted = count(output, code);
    for (const key of Object.keys(totals)) totals[key] += counted[key];
    console.log(
      `${counted.failed ? 'FAIL' : 'ok  '} ${file} (${counted.passed}) ${Math.round(performance.now() - began)} ms`,
    );
    if (counted.failed) console.log(output.trimEnd());
  }
}

await Promise.all(Array.from({ length: lanes }, lane));
writeFileSync('test-results.json', JSON.stringify(totals));
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed ? 1 : 0;
