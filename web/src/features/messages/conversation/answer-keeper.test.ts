import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ApiError } from '../../../api/api-error.ts';
import { AnswerKeeper, type KeptAnswer } from './answer-keeper.ts';

type Sent = { messageId: string; text: string };

function desk(refuses: (text: string) => boolean = () => false, kept: KeptAnswer | null = null) {
  const sent: Sent[] = [];
  const memory: { kept: KeptAnswer | null } = { kept };
  const keeper = new AnswerKeeper({
    send: async (message) => {
      if (refuses(message.text)) throw new ApiError('network', 'Le serveur ne répond pas.');
      sent.push(message);
    },
    keep: (now) => void (memory.kept = now),
    kept,
  });
  return { keeper, sent, memory };
}
const states = ({ unsent }: AnswerKeeper) => unsent.map(({ text, state }) => [text, state]);

// SC-43
test('what is sent is shown at once, and until the conversation shows it', async () => {
  const { keeper, sent, memory } = desk();
  keeper.type('Bonjour');
  assert.equal(memory.kept, { text: 'Bonjour', unsent: [] });
  const sending = keeper.send('Bonjour');
  assert.equal([keeper.text, states(keeper)], ['', [['Bonjour', 'sending']]]);
  assert.is(memory.kept?.unsent.length, 1, 'a page loaded again at this instant loses nothing');
  await sending;
  assert.equal(states(keeper), [['Bonjour', 'sent']]);
  assert.is(memory.kept, null);
  assert.not(keeper.isHolding);
  keeper.settle(new Set([sent[0]?.messageId ?? '']));
  assert.equal(states(keeper), []);
});

// SC-43
test('what could not be sent keeps its words and its id, and is sent again, or taken back under the pen', async () => {
  let away = true;
  const { keeper, sent, memory } = desk(() => away);
  await keeper.send('Premier');
  await keeper.send('Second');
  assert.equal(states(keeper), [
    ['Premier', 'failed'],
    ['Second', 'failed'],
  ]);
  const [first, second] = keeper.unsent;
  assert.is(first?.error?.code, 'network');
  assert.equal(
    memory.kept?.unsent.map(({ text }) => text),
    ['Premier', 'Second'],
  );
  keeper.type('En cours');
  keeper.takeBack(second?.messageId ?? '');
  assert.is(keeper.text, 'En cours\nSecond');
  away = false;
  await keeper.retry(first?.messageId ?? '');
  assert.equal(sent, [{ messageId: first?.messageId, text: 'Premier' }]);
});

// SC-43
test('a page that is loaded again gives back what was typed and what may not have left', async () => {
  const kept = { text: 'En cours', unsent: [{ messageId: 'm1', text: 'Parti ?' }] };
  const { keeper, sent } = desk(undefined, kept);
  assert.equal([keeper.text, states(keeper)], ['En cours', [['Parti ?', 'failed']]]);
  keeper.settle(new Set(['m1']));
  assert.equal(states(keeper), [], 'it had left');
  assert.equal(sent, []);
});

// MSG-12
test('once its person left, what is on its way keeps nothing, and what waited does not leave', async () => {
  const { keeper, sent, memory } = desk((text) => text === 'Premier');
  const sending = Promise.all([keeper.send('Premier'), keeper.send('Second')]);
  await Promise.resolve();
  keeper.drop();
  assert.is(memory.kept, null);
  await sending;
  assert.is(memory.kept, null);
  assert.not(keeper.isHolding);
  assert.equal(sent, []);
});

test('messages leave in the order in which they were written', async () => {
  const { keeper, sent } = desk();
  await Promise.all(['1', '2', '3'].map((text) => keeper.send(text)));
  assert.equal(
    sent.map(({ text }) => text),
    ['1', '2', '3'],
  );
});

test.run();
