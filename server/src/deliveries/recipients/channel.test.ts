import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { channelTo, firstState, isTrusted } from './channel.ts';

// DLV-3
test('a trusted domain holds its sub-domains, and nothing that only ends or begins like it', () => {
  const domains = ['mssante.fr', 'secure.example'];
  for (const address of ['a@mssante.fr', 'a@CHU.Mssante.FR', 'a@x.y.mssante.fr', 'a@secure.example'])
    assert.ok(isTrusted(address, domains), address);
  for (const address of ['a@notmssante.fr', 'a@mssante.fr.example', 'mssante.fr@example.fr', 'a@mssante', 'a'])
    assert.not(isTrusted(address, domains), address);
});

// DLV-2, DLV-3, DLV-5
test('the file goes to trusted addresses alone; what cannot leave has failed at once', () => {
  const domains = ['mssante.fr'];
  assert.is(channelTo('a@chu.mssante.fr', domains), 'secure_mail');
  assert.is(channelTo('a@example.fr', domains), 'link');
  assert.is(channelTo(null, domains), 'none');
  assert.equal(firstState('product', false), { state: 'sent', failure: null });
  assert.equal(firstState('link', false), { state: 'waiting', failure: null });
  assert.equal(firstState('secure_mail', true), { state: 'waiting', failure: null });
  assert.equal(firstState('secure_mail', false), { state: 'failed', failure: 'no_secure_mail' });
  assert.equal(firstState('none', true), { state: 'failed', failure: 'no_address' });
});

test.run();
