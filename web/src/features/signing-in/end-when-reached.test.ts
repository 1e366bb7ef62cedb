import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { endWhenReached } from './end-when-reached.ts';

const provider = 'https://psc.example/logout';

function desk({ isSomebodyThere = false, leaveAt = provider as string | null } = {}) {
  const seen: string[] = [];
  let online: () => void = () => undefined;
  endWhenReached({
    whenOnline: (listener) => (online = listener),
    logout: async () => {
      seen.push('logout');
      return { leaveAt };
    },
    isSomebodyThere: () => isSomebodyThere,
    go: (address) => void seen.push(address),
  });
  return {
    seen,
    comeBack: async () => {
      online();
      await new Promise(setImmediate);
    },
  };
}

// AUT-28
test('a session that could not be ended without network is, with it, at Pro Santé Connect too', async () => {
  const { seen, comeBack } = desk();
  assert.equal(seen, []);
  await comeBack();
  assert.equal(seen, ['logout', provider]);
});

test('without Pro Santé Connect the page stays', async () => {
  const { seen, comeBack } = desk({ leaveAt: null });
  await comeBack();
  assert.equal(seen, ['logout']);
});

test('who signed in meanwhile keeps their session', async () => {
  const { seen, comeBack } = desk({ isSomebodyThere: true });
  await comeBack();
  assert.equal(seen, []);
});

test.run();
