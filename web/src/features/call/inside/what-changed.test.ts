import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { somebody as seat } from '../somebody.ts';
import { whatChanged } from './what-changed.ts';

const guest = { accountId: 'g', name: 'Mme Guest', specialty: 'Cardiologue', since: '2026-11-21T10:00:00.000Z' };

test('arrivals, departures, hands, guests at the door and screens are said, never my own', () => {
  const before = { participants: [seat('me'), seat('ana'), seat('bob')], waiting: [] };
  const at = '2026-11-21T10:00:00.000Z';
  const screen = { sources: { screen: { producerId: 'x', paused: false } } };
  const after = {
    participants: [
      seat('me', { handRaisedAt: at, ...screen }),
      seat('ana', { handRaisedAt: at, ...screen }),
      seat('eve'),
    ],
    waiting: [guest],
  };
  assert.equal(whatChanged(before, after, 'me'), [
    { kind: 'arrived', names: ['eve'] },
    { kind: 'left', names: ['bob'] },
    { kind: 'hand', names: ['ana'] },
    { kind: 'waiting', names: ['Mme Guest'] },
    { kind: 'shares', names: ['ana'] },
  ]);
  assert.equal(whatChanged(after, after, 'me'), []);
});

test.run();
