import { connectionTest } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { CheckName, Found } from './checks.ts';
import { outcomeOf } from './outcome-of.ts';

const names = ['browser', 'network', 'live', 'storage', 'bandwidth', 'media', 'microphone', 'camera'] as const;
const all = (found: Found, others: Partial<Record<CheckName, Found | 'waiting'>> = {}) => ({
  ...(Object.fromEntries(names.map((name) => [name, found])) as Record<CheckName, Found>),
  ...others,
});

test('what is recorded is what the contract takes', () => {
  const outcome = outcomeOf(
    all(
      { passed: true },
      {
        network: { passed: true, delay: 30 },
        bandwidth: { passed: true, rates: { download: 9_000, upload: 2_000 } },
        media: {
          passed: true,
          paths: {
            states: { udp: 'closed', tcp: 'open', relay: 'absent' },
            relayBy: null,
            destinations: [],
            foundAt: '',
          },
        },
      },
    ),
  );
  assert.equal(connectionTest.parse(outcome), outcome);
  assert.equal([outcome.media, outcome.download, outcome.upload, outcome.delay], ['tcp', 9_000, 2_000, 30]);
});

test('a server without calls is no fault of this place; signalling that does not pass is', () => {
  assert.is(outcomeOf(all({ passed: true }, { media: { passed: true, paths: null } })).media, null);
  assert.is(outcomeOf(all({ passed: true }, { media: { passed: false } })).media, 'none');
  assert.is(outcomeOf(all({ passed: true }, { media: 'waiting' })).media, null);
});

test('what was not measured is not invented', () => {
  const outcome = outcomeOf(all({ passed: false }));
  assert.equal([outcome.download, outcome.upload, outcome.delay], [null, null, 600_000]);
});

test.run();
