import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SpeakerChoice } from './speaker-choice.ts';

const level = (seatId: string, volume: number) => ({ seatId, volume });

// MED-14
test('the first who is heard speaks at once; nobody after two seconds of silence', () => {
  const choice = new SpeakerChoice();
  assert.is(choice.speaker(0), null);
  assert.is(choice.hear('w', [level('ada', -40)], 0), 'ada');
  assert.is(choice.hear('w', [], 500), 'ada');
  assert.is(choice.speaker(1999), 'ada');
  assert.is(choice.speaker(2000), null);
  assert.is(choice.hear('w', [level('ben', -50)], 2100), 'ben');
});

// MED-14
test('a cough or a word across does not change who speaks; somebody louder for half a second does', () => {
  const choice = new SpeakerChoice();
  choice.hear('w', [level('ada', -30)], 0);
  assert.is(choice.hear('w', [level('ben', -10), level('ada', -30)], 500), 'ada');
  assert.is(choice.hear('w', [level('ada', -30)], 1000), 'ada');
  assert.is(choice.hear('w', [level('ben', -10)], 1500), 'ada');
  assert.is(choice.hear('w', [level('ben', -10)], 2000), 'ben');
});

// MED-14
test('levels of several workers are compared, old ones are not', () => {
  const choice = new SpeakerChoice();
  choice.hear('first', [level('ada', -20)], 0);
  assert.is(choice.hear('second', [level('ben', -40)], 100), 'ada');
  assert.is(choice.hear('second', [level('ben', -40)], 600), 'ada');
  assert.is(choice.hear('second', [level('ben', -40)], 1100), 'ada', 'ben begins to be the loudest');
  assert.is(choice.hear('second', [level('ben', -40)], 1600), 'ben', 'ada was last heard long ago');
});

test('who left or is muted speaks no longer', () => {
  const choice = new SpeakerChoice();
  choice.hear('w', [level('ada', -20), level('ben', -40)], 0);
  choice.forget('ada');
  assert.is(choice.speaker(10), null);
  assert.is(choice.hear('other', [], 20), 'ben');
});

test.run();
