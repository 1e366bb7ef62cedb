import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { whyMine } from './why-mine.ts';

const board = 'a board';
const none = new Set<string>();

// SC-27, SC-28, SC-29, SC-30
test('each of the four criteria makes a patient mine, and says so', () => {
  assert.equal(whyMine([{ role: 'owner', boardId: null }], none), ['added']);
  assert.equal(whyMine([{ role: 'referent', boardId: null }], none), ['referent']);
  assert.equal(whyMine([{ role: 'expert', boardId: null }], none), ['opinion']);
  for (const role of ['coordinator', 'delegate', 'secretary'] as const)
    assert.equal(whyMine([{ role, boardId: board }], none), ['board']);
});

// SC-29, SC-99
test('what is asked of a platform that I administer is an opinion asked of me', () => {
  assert.equal(whyMine([{ role: 'coordinator', boardId: board }], new Set([board])), ['opinion', 'board']);
});

test('several criteria add up; reading alone is none', () => {
  assert.equal(
    whyMine(
      [
        { role: 'secretary', boardId: board },
        { role: 'owner', boardId: null },
      ],
      none,
    ),
    ['added', 'board'],
  );
  assert.equal(whyMine([{ role: 'member', boardId: board }], none), []);
  assert.equal(whyMine([{ role: 'reader', boardId: null }], none), []);
});

test.run();
