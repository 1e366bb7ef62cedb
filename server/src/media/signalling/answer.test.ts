import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AppError, createLogger } from '../../lib/index.ts';
import { answer } from './answer.ts';
import type { Asking } from './handler.ts';

const frame = { id: 1, request: 'probe', data: { path: 'udp' } };

/** What is answered, and logged, when the engine refuses a probe so. */
async function answerTo(error: unknown) {
  const lines: string[] = [];
  const probe = () => Promise.reject(error);
  const asking = {
    needs: { engine: { probe } },
    socket: { probe: null, principal: { accountId: 'someone' } },
  } as unknown as Asking;
  const reply = await answer(asking, createLogger('info', { write: (line) => void lines.push(line) }), frame);
  return { reply, lines: lines.map((line) => JSON.parse(line)) };
}

// MED-21, AUT-37
test('a refusal is answered and leaves a line of codes; what failed behind one is logged whole, with an id', async () => {
  const refused = await answerTo(new AppError('not_found'));
  assert.equal(refused.reply, { error: 'not_found' });
  const [{ code, request, accountId, err }] = refused.lines;
  assert.equal([code, request, accountId, err], ['not_found', 'probe', 'someone', undefined]);
  const cause = Object.assign(new Error('x'), { code: 'EPIPE' });
  const { reply, lines } = await answerTo(new AppError('call_unavailable', undefined, { cause }));
  assert.equal(reply, { error: 'call_unavailable' });
  assert.equal(
    [lines.length, lines[0].request, lines[0].code, lines[0].err.cause.code],
    [1, 'probe', 'call_unavailable', 'EPIPE'],
  );
  assert.ok(lines[0].requestId);
});

test.run();
