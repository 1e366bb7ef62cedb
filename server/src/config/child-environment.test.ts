import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { childEnvironment, inChildEnvironment } from './child-environment.ts';

// ASVS 13.3.2
test('what is not needed to run does not go to another program, whatever it is called', () => {
  const given = { PATH: '/bin', TZ: 'UTC', AUDIT_KEY: 'a', DATABASE_URL: 'b', SOMETHING_NEW: 'c', NODE_OPTIONS: 'd' };
  assert.equal(childEnvironment(given), { PATH: '/bin', TZ: 'UTC' });
});

test('while a program starts nothing else is seen, and afterwards all is back, even when it did not start', () => {
  process.env.A_SECRET = 'kept here';
  assert.is(
    inChildEnvironment(() => process.env.A_SECRET),
    undefined,
  );
  assert.throws(() =>
    inChildEnvironment(() => {
      throw new Error('no such program');
    }),
  );
  assert.is(process.env.A_SECRET, 'kept here');
  delete process.env.A_SECRET;
});

test.run();
