import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { peopleOf, samePeople } from './presence.ts';

const me = { accountId: 'me', name: 'Dr Moi', specialty: 'Oncologie' };
const person = (accountId: string, name: string) => ({
  user: { accountId, name, specialty: 'Radiologie', color: '#aa0000' },
});

test('one entry per person, whatever their tabs', () => {
  const people = peopleOf([person('b', 'Dr B'), person('a', 'Dr A'), person('b', 'Dr B')], me);
  assert.equal(
    people.map(({ name }) => name),
    ['Dr Moi', 'Dr A', 'Dr B'],
  );
});

test('a state without an identity from the server shows nobody', () => {
  assert.is(peopleOf([{}, null, { user: { name: 'Pr Faux' } }, { name: 'Pr Faux' }], me).length, 1);
});

test('a cursor that moves changes nobody', () => {
  const states = [{ ...person('a', 'Dr A'), sections: { summary: { focusing: true } } }];
  assert.ok(samePeople(peopleOf(states, me), peopleOf([person('a', 'Dr A')], me)));
  assert.not(samePeople(peopleOf(states, me), peopleOf([], me)));
});

test.run();
