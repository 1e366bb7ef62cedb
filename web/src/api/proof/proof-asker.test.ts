import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { askForProof, registerProofAsker } from './proof-asker.ts';

test('nobody to ask is a refusal, not a wait', async () => {
  assert.is(await askForProof(), false);
});

test('commands refused together ask once', async () => {
  let questions = 0;
  let answer: (given: boolean) => void = () => undefined;
  const stop = registerProofAsker(() => {
    questions += 1;
    return new Promise((done) => {
      answer = done;
    });
  });
  const both = Promise.all([askForProof(), askForProof()]);
  answer(true);
  assert.equal(await both, [true, true]);
  assert.is(questions, 1);
  const third = askForProof();
  answer(false);
  assert.is(await third, false);
  assert.is(questions, 2);
  stop();
  assert.is(await askForProof(), false);
});

test.run();
