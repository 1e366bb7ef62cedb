import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { DigestMeeting } from './digest-facts.ts';
import { digestWords } from './digest-words.ts';
import { dayTold } from './start-digest.ts';

const setting = { origin: 'https://rcp.fr', support: { email: '', phone: '' } };
const meeting: DigestMeeting = {
  meetingId: 'm1',
  boardName: 'RCP Digestif',
  timeZone: 'Europe/Paris',
  startsAt: new Date('2026-11-26T17:00:00Z'),
  fictitious: false,
  administers: false,
  cases: 2,
  notReady: 1,
  toComplete: ['c1'],
};
const outcome = {
  browser: true,
  network: true,
  live: true,
  storage: true,
  microphone: true,
  camera: true,
  delay: 1,
  media: null,
  download: null,
  upload: null,
};
const words = (meetings: DigestMeeting[], passed: boolean | null = true) =>
  digestWords(meetings, passed === null ? null : { at: new Date('2026-11-12T09:00:00Z'), passed, outcome }, setting);

test('a digest speaks of the next day, from 17:00 in Paris; before, it is too late for yesterday’s', () => {
  assert.is(dayTold(new Date('2026-11-25T15:59:00Z')), null);
  assert.is(dayTold(new Date('2026-11-25T16:00:00Z')), '2026-11-26');
  assert.is(dayTold(new Date('2026-11-25T22:59:00Z')), '2026-11-26');
  assert.is(dayTold(new Date('2026-11-25T23:01:00Z')), null);
  assert.is(dayTold(new Date('2026-06-30T15:00:00Z')), '2026-07-01');
});

// SC-87, SC-82
test('who presents is led to what is to complete; who administers, to the meeting', () => {
  const presenting = words([meeting]);
  assert.is(presenting.subject, 'Demain en RCP : 2 dossiers, dont 1 non prêt');
  assert.match(presenting.text, 'Compléter le dossier : https://rcp.fr/dossiers/c1');
  assert.match(presenting.text, 'imagerie comprise, et que la question est posée');
  assert.not.match(presenting.text, '/reunions/');
  assert.match(presenting.text, 'Votre dernier test de connexion : jeudi 12 novembre 2026, réussi.');
  const running = words([{ ...meeting, administers: true, cases: 0, notReady: 0, toComplete: [] }], false);
  assert.is(running.subject, 'Demain en RCP : aucun dossier');
  assert.match(running.text, 'https://rcp.fr/reunions/m1');
  assert.match(running.text, 'à refaire :\nhttps://rcp.fr/test-de-connexion');
});

test('several meetings are added up; a trial session and another time zone say so', () => {
  const island = { ...meeting, boardName: 'RCP Sein', timeZone: 'Indian/Reunion', cases: 1, notReady: 1 };
  const { subject, text } = words([meeting, island], null);
  assert.is(subject, 'Demain en RCP : 3 dossiers, dont 2 non prêts');
  assert.match(text, 'RCP Sein, à 21:00 (UTC+4) : 1 dossier, dont 1 non prêt.');
  const trial = words([{ ...meeting, fictitious: true, cases: 0, notReady: 0, toComplete: [] }]);
  assert.is(trial.subject, 'Demain en RCP : session fictive');
});

test.run();
