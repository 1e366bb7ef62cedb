import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AnswerKeeper, type AnswerPatch, mergePatches } from './answer-keeper.ts';

/** A server that answers when told. */
function slowServer() {
  const received: AnswerPatch[] = [];
  const answers: { done: () => void; refuse: (error: Error) => void }[] = [];
  const send = (patch: AnswerPatch) => {
    received.push(patch);
    return new Promise<void>((done, refuse) => answers.push({ done, refuse }));
  };
  return { received, answers, send };
}
const turn = () => new Promise((done) => setImmediate(done));

test('a later answer goes over an earlier one, key by key; labels as a whole', () => {
  const merged = mergePatches({ labels: ['a'], answers: { x: '1', y: '2' } }, { answers: { y: '' } });
  assert.equal(merged, { labels: ['a'], answers: { x: '1', y: '' } });
  assert.equal(mergePatches({ labels: ['a'] }, { labels: [] }), { labels: [] });
});

test('one request at a time; what is typed meanwhile goes with the next', async () => {
  const { received, answers, send } = slowServer();
  const keeper = new AnswerKeeper(send, 1e6);
  assert.is(keeper.state, 'saved');
  keeper.keep({ answers: { motif: 'a' } });
  assert.is(keeper.state, 'saving');
  const flushed = keeper.flush();
  keeper.keep({ answers: { motif: 'ab' } });
  keeper.keep({ labels: ['urgence'] });
  void keeper.flush();
  assert.is(received.length, 1);
  assert.equal(keeper.unsaved, { labels: ['urgence'], answers: { motif: 'ab' } });
  answers[0]?.done();
  await turn();
  assert.equal(received[1], { labels: ['urgence'], answers: { motif: 'ab' } });
  answers[1]?.done();
  assert.is(await flushed, true);
  assert.is(keeper.state, 'saved');
  assert.equal(keeper.unsaved, {});
});

test('what could not be sent is kept under what was typed since, and sent again', async () => {
  const { received, answers, send } = slowServer();
  const keeper = new AnswerKeeper(send, 1e6);
  let told = 0;
  keeper.subscribe(() => (told += 1));
  keeper.keep({ answers: { motif: 'a', vems: '2' } });
  const first = keeper.flush();
  keeper.keep({ answers: { motif: 'b' } });
  answers[0]?.refuse(new Error('network'));
  assert.is(await first, false);
  assert.is(keeper.state, 'failed');
  assert.equal(keeper.unsaved, { answers: { motif: 'b', vems: '2' } });
  assert.ok(told >= 3);
  const again = keeper.flush();
  answers[1]?.done();
  assert.is(await again, true);
  assert.equal(received[1], { answers: { motif: 'b', vems: '2' } });
  assert.is(keeper.error, null);
});

test.run();
