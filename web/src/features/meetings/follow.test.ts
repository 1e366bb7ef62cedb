import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { followMeeting, followStatus, type Gaze, lookAt, shownPresentation } from './follow.ts';

const lines = ['a', 'b', 'c'].map((presentationId) => ({ presentationId }));
const shown = (gaze: Gaze, current: string | null) => shownPresentation(gaze, current, lines)?.presentationId ?? null;

test('who follows is taken from case to case', () => {
  assert.is(shown(followMeeting, 'a'), 'a');
  assert.is(shown(followMeeting, 'b'), 'b');
  assert.is(followStatus(followMeeting, 'b', lines), 'following');
});

test('before the first case, who follows sees none', () => {
  assert.is(shown(followMeeting, null), null);
  assert.is(followStatus(followMeeting, null, lines), 'waiting');
});

test('who looks elsewhere stays there while the meeting moves', () => {
  const gaze = lookAt('c', 'a');
  assert.equal(gaze, { following: false, presentationId: 'c' });
  assert.is(shown(gaze, 'a'), 'c');
  assert.is(shown(gaze, 'b'), 'c');
  assert.is(followStatus(gaze, 'b', lines), 'elsewhere');
  assert.is(followStatus(gaze, null, lines), 'elsewhere');
});

test('choosing the case being discussed is following', () => {
  assert.equal(lookAt('a', 'a'), followMeeting);
});

test('the meeting reaching the case I chose does not make me follow unasked', () => {
  const gaze = lookAt('b', 'a');
  assert.is(followStatus(gaze, 'b', lines), 'same');
  assert.is(shown(gaze, 'c'), 'b');
});

test('a case that left the list is shown to nobody', () => {
  const gaze = lookAt('gone', 'a');
  assert.is(shown(gaze, 'a'), 'a');
  assert.is(followStatus(gaze, 'a', lines), 'following');
  assert.is(shown(followMeeting, 'gone'), null);
});

test.run();
