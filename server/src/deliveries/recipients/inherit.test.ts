import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { DeliveryRow } from '../delivery-rows.ts';
import type { Recipient } from './find-recipients.ts';
import { inherit } from './inherit.ts';

const one = (recipient: string, more: Partial<Recipient> = {}): Recipient => ({
  role: 'correspondent',
  recipient,
  accountId: null,
  name: recipient,
  address: null,
  ...more,
});
const before = (recipient: string, more: Partial<DeliveryRow> = {}) =>
  ({ ...one(recipient), channel: 'secure_mail', state: 'sent', failure: null, ...more }) as DeliveryRow;

// DLV-4, DLV-10
test('who received the first version receives the next, at the address that was given; who never had it does not', () => {
  const previous = [
    before('attendance:1', { address: 'given@mssante.fr' }),
    before('correspondent:gone', { address: 'gone@mssante.fr', state: 'delivered' }),
    before('account:a', { accountId: 'a', channel: 'product', state: 'read' }),
    before('correspondent:never', { state: 'failed' }),
    before('account:b', { accountId: 'b', channel: 'product' }),
  ];
  const today = [one('attendance:1'), one('correspondent:2', { address: 'two@example.fr', accountId: 'a' })];
  const next = inherit(today, previous, ({ recipient }) => recipient !== 'correspondent:gone');
  assert.equal(
    next.map(({ recipient, address }) => [recipient, address]),
    [
      ['attendance:1', 'given@mssante.fr'],
      ['correspondent:2', 'two@example.fr'],
      ['account:b', null],
    ],
  );
});

// DLV-1
test('one address is one recipient, even when another person of today holds it', () => {
  const previous = [before('correspondent:1', { address: 'Same@mssante.fr' })];
  const next = inherit([one('correspondent:2', { address: 'same@mssante.fr' })], previous, () => true);
  assert.equal(
    next.map(({ recipient }) => recipient),
    ['correspondent:2'],
  );
});

test.run();
