import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Acknowledgements } from './acknowledgements.ts';

function connected(): Acknowledgements {
  const ledger = new Acknowledgements();
  ledger.handshake();
  ledger.answered(true);
  return ledger;
}

// SYNC-1, SYNC-20
test('an edit is pending until its own frame is acknowledged', () => {
  const ledger = connected();
  ledger.edited();
  ledger.sent();
  ledger.edited();
  ledger.sent();
  ledger.answered(true);
  assert.ok(ledger.pending, 'the second edit is still on its way');
  ledger.answered(true);
  assert.not(ledger.pending);
});

test('what was typed before the first connection counts', () => {
  const ledger = new Acknowledgements();
  ledger.edited();
  assert.ok(ledger.pending);
  ledger.handshake();
  ledger.answered(true);
  assert.not(ledger.pending);
});

test('an update that overtakes the handshake acknowledges nothing typed before it', () => {
  const ledger = connected();
  ledger.disconnected();
  ledger.edited();
  ledger.edited();
  ledger.sent();
  ledger.answered(true);
  assert.ok(ledger.pending, 'the first edit only leaves with the handshake');
  ledger.handshake();
  ledger.answered(true);
  assert.not(ledger.pending);
});

test('a lost connection answers nothing; the next handshake carries it all', () => {
  const ledger = connected();
  ledger.edited();
  ledger.sent();
  ledger.disconnected();
  ledger.handshake();
  ledger.edited();
  ledger.sent();
  ledger.answered(true);
  assert.ok(ledger.pending);
  ledger.answered(true);
  assert.not(ledger.pending);
});

test('a refusal that overtakes an acknowledgement does not make the refused edit durable', () => {
  const ledger = connected();
  ledger.edited();
  ledger.sent();
  ledger.edited();
  ledger.sent();
  ledger.answered(false);
  ledger.answered(true);
  assert.ok(ledger.pending, 'which of the two was refused is not known');
  ledger.edited();
  ledger.sent();
  ledger.answered(true);
  assert.ok(ledger.pending, 'what follows a refusal carries only itself');
  ledger.handshake();
  ledger.answered(true);
  assert.not(ledger.pending);
});

test('a refused frame leaves its edits pending, and an answer too many harms nothing', () => {
  const ledger = connected();
  ledger.edited();
  ledger.sent();
  ledger.answered(false);
  assert.ok(ledger.pending);
  ledger.answered(true);
  assert.ok(ledger.pending);
});

test.run();
