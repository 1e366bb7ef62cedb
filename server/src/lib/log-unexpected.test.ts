import { spawnSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const here = new URL('.', import.meta.url);
const run = (fault: string) =>
  spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '--eval',
      `import { createLogger } from '${new URL('logger.ts', here).href}';
       import { logUnexpected } from '${new URL('log-unexpected.ts', here).href}';
       logUnexpected(createLogger('info'));
       ${fault}
       setTimeout(() => process.exit(0), 5_000);`,
    ],
    { encoding: 'utf8' },
  );

for (const fault of [
  `Promise.reject(new TypeError('MOREL Jeanne'));`,
  `setImmediate(() => { throw new TypeError('MOREL Jeanne'); });`,
])
  test(`what nobody caught ends the process without its words: ${fault.slice(0, 14)}`, () => {
    const { status, stdout, stderr } = run(fault);
    assert.is(status, 1);
    assert.match(stderr, '"type":"TypeError"');
    assert.not.match(stdout + stderr, 'MOREL');
  });

test.run();
