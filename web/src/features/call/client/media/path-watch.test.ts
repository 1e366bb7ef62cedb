import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SignallingRefusal } from '../../../../signalling/index.ts';
import { FakeLink, settled } from './fake-link.ts';
import { PathWatch } from './path-watch.ts';

function setUp() {
  const link = new FakeLink();
  let now = 0;
  let open = true;
  let rebuilds = 0;
  const watch = new PathWatch({ link: () => (open ? link : null), rebuild: () => (rebuilds += 1), now: () => now });
  link.onState(watch.look);
  return {
    link,
    watch,
    rebuilds: () => rebuilds,
    open: (is: boolean) => (open = is),
    at: async (milliseconds: number) => {
      now = milliseconds;
      watch.look();
      await settled();
    },
  };
}

// SC-83
test('a failed path is asked for again once, then everything is rebuilt', async () => {
  const { link, at, rebuilds } = setUp();
  link.goes('failed', 'connected');
  assert.equal(link.acts, ['restart']);
  await at(4_000);
  assert.equal([link.acts.length, rebuilds()], [1, 0]);
  await at(5_000);
  assert.is(rebuilds(), 1);
});

test('a path found again forgets the trouble', async () => {
  const { link, at, rebuilds } = setUp();
  link.goes('failed', 'failed');
  link.goes('connected', 'connected');
  await at(60_000);
  assert.is(rebuilds(), 0);
  link.goes('failed', 'connected');
  assert.equal(link.acts, ['restart', 'restart']);
});

test('nothing is asked while the server cannot hear; a change of network is remembered until it can', async () => {
  const { link, watch, at, open } = setUp();
  open(false);
  watch.networkChanged();
  await at(1_000);
  assert.equal(link.acts, []);
  open(true);
  await at(2_000);
  await at(3_000);
  assert.equal(link.acts, ['restart']);
});

test('a restart lost on the way is asked again; refused, the transports are no longer the server’s', async () => {
  const { link, at, rebuilds } = setUp();
  link.failing.set('restart', new SignallingRefusal('lost'));
  link.goes('failed', 'connected');
  await settled();
  link.failing.set('restart', new SignallingRefusal('not_found'));
  await at(1_000);
  assert.equal([link.acts, rebuilds()], [['restart', 'restart'], 1]);
});

test.run();
