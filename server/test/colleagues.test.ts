import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Colleague } from '@concertation/shared/contracts';
import { refusalCode } from './support/ask.ts';
import { DemonstrationWorld, type Who } from './support/demonstration-world.ts';

let world: DemonstrationWorld;
test.before(async () => {
  world = await DemonstrationWorld.open();
});
test.after(() => world?.stop());

const colleagues = (who: Who, search?: string) =>
  world.get<Colleague[]>(who, 'GET', `/api/colleagues${search === undefined ? '' : `?search=${search}`}`);

// SC-32
test('without a search: those of my boards and organisations, by family name, with what we share', async () => {
  const { organisationId } = await world.get<{ organisationId: string }>('presenter', 'POST', '/api/organisations', {
    kind: 'establishment',
    name: 'Hôpital Nord',
  });
  await world.get('referent', 'POST', `/api/organisations/${organisationId}/affiliation`);
  const found = await colleagues('presenter');
  assert.equal(
    found.map(({ name }) => name),
    ['Dr Antoine Ferrand', 'Dr Mehdi Haddad', 'Mme Sophie Lambert', 'Dr Lucie Marchetti', 'Pr Hélène Vasseur'],
  );
  const referent = found.find(({ name }) => name === 'Dr Lucie Marchetti');
  assert.equal(referent?.boards, []);
  assert.equal(referent?.organisations, ['Hôpital Nord']);
  assert.equal(found[0]?.boards, ['RCP Digestif']);
  assert.equal(await colleagues('outsider'), []);
});

test('a search finds everybody but me, and says what we share', async () => {
  const [found, ...others] = await colleagues('presenter', 'kerbrat');
  assert.is(found?.name, 'Dr Paul Kerbrat');
  assert.equal(others, []);
  assert.equal(found?.boards, []);
  assert.equal(await colleagues('presenter', 'durand'), []);
  assert.equal((await colleagues('outsider', 'helene'))[0]?.boards, []);
  assert.is(refusalCode(await world.ask('nobody', 'GET', '/api/colleagues')), 'signed_out');
});

test.run();
