import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { frenchDate, frenchDay, frenchTime, utcParts } from './french-date.ts';
import { presenceLines } from './presence.ts';

test('instants are told in Paris, in summer and in winter', () => {
  assert.is(frenchDay('2026-11-16T13:30:00.000Z'), 'lundi 16\u00a0novembre\u00a02026');
  assert.is(frenchTime('2026-11-16T13:30:00.000Z'), '14\u00a0h\u00a030');
  assert.is(frenchTime('2026-07-14T22:05:00.000Z'), '0\u00a0h\u00a005');
  assert.is(frenchDay('2026-07-14T22:05:00.000Z'), 'mercredi 15\u00a0juillet\u00a02026');
  assert.is(frenchDay('2026-08-01T10:00:00.000Z'), 'samedi 1er\u00a0août\u00a02026');
});

test('birth dates are calendar dates: no time zone moves them', () => {
  assert.is(frenchDate('1951-03-07'), '07/03/1951');
  assert.is(frenchDate('inconnue'), 'inconnue');
  assert.equal(utcParts('2026-01-02T03:04:05.678Z'), [2026, 1, 2, 3, 4, 5]);
});

test('a colleague whose network fell is one participant', () => {
  const person = { name: 'Dr A', specialty: 'Radiologie', source: 'connection' as const };
  const at = (time: string) => `2026-11-16T${time}:00.000Z`;
  const [line, ...more] = presenceLines([
    { ...person, arrivedAt: at('13:40'), leftAt: null },
    { ...person, arrivedAt: at('13:00'), leftAt: at('13:30') },
  ]);
  assert.is(more.length, 0);
  assert.is(line?.presence.replaceAll('\u00a0', ' '), '14 h 00 – 14 h 30 ; à partir de 14 h 40, connexion constatée');
  const [many] = presenceLines(
    Array.from({ length: 9 }, (_, index) => ({ ...person, arrivedAt: at(`13:0${index}`), leftAt: at(`13:1${index}`) })),
  );
  assert.is(many?.presence.replaceAll('\u00a0', ' '), '14 h 00 – 14 h 18 (9 connexions), connexion constatée');
});

test('people come in order of arrival', () => {
  const at = (name: string, arrivedAt: string) => ({
    name,
    specialty: 'x',
    source: 'secretary' as const,
    arrivedAt,
    leftAt: null,
  });
  assert.equal(
    presenceLines([at('B', '2026-11-16T14:00:00.000Z'), at('A', '2026-11-16T13:00:00.000Z')]).map(({ name }) => name),
    ['A', 'B'],
  );
});

test.run();
