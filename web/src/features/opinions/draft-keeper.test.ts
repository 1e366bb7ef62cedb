import * as assert from 'uvu/assert';
import { test } from 'uvu';
import { DraftKeeper } from './draft-keeper.ts';

test('what is typed while a request is on its way goes with the next one', async () => {
  const sent: string[] = [];
  const gates: (() => void)[] = [];
  const keeper = new DraftKeeper(async (text) => {
    sent.push(text);
    await new Promise<void>((done) => gates.push(done));
  }, 60_000);
  keeper.keep('J');
  keeper.keep('Je');
  assert.is(keeper.state, 'keeping');
  const flushed = keeper.flush();
  keeper.keep('Je pense');
  assert.is(keeper.unsent, 'Je pense');
  gates[0]?.();
  await Promise.resolve().then(() => undefined);
  while (gates.length < 2) await Promise.resolve();
  gates[1]?.();
  await flushed;
  assert.equal(sent, ['Je', 'Je pense']);
  assert.equal([keeper.state, keeper.unsent], ['kept', null]);
});

test('what could not be sent stays, says why, and is sent again', async () => {
  let away = true;
  const sent: string[] = [];
  const keeper = new DraftKeeper(async (text) => {
    if (away) throw new Error('away');
    sent.push(text);
  }, 60_000);
  keeper.keep('Mon avis');
  await keeper.flush();
  assert.equal([keeper.state, keeper.unsent, (keeper.error as Error).message], ['failed', 'Mon avis', 'away']);
  away = false;
  await keeper.flush();
  assert.equal([keeper.state, keeper.unsent, sent], ['kept', null, ['Mon avis']]);
});

test('once stopped, nothing more is sent', async () => {
  const keeper = new DraftKeeper(async () => assert.unreachable('sent'), 60_000);
  keeper.keep('Mon avis');
  keeper.stop();
  keeper.keep('Encore');
  await keeper.flush();
  assert.equal([keeper.state, keeper.unsent], ['kept', null]);
});

test.run();
