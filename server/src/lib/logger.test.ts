import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AppError } from './app-error.ts';
import { createLogger } from './logger.ts';

function capture() {
  const lines: string[] = [];
  return { lines, log: createLogger('info', { write: (line) => void lines.push(line) }) };
}

test('an error is told by its kind, its code, where it happened and its causes, without its words', () => {
  const { lines, log } = capture();
  const cause = Object.assign(new TypeError('MOREL Jeanne'), { code: 'ECONNRESET', detail: 'MOREL Jeanne' });
  const error = new AppError('unexpected', { name: 'MOREL Jeanne' }, { cause });
  log.error({ err: error, requestId: 'r1' }, 'request failed');
  const line = JSON.parse(lines[0] as string);
  assert.equal(
    [line.msg, line.requestId, line.err.type, line.err.code],
    ['request failed', 'r1', 'AppError', 'unexpected'],
  );
  assert.equal([line.err.cause.type, line.err.cause.code], ['TypeError', 'ECONNRESET']);
  assert.match(line.err.at[0], 'logger.test.ts');
  assert.not.match(lines.join(''), 'MOREL');
});

test('nothing of what an error says goes out by another way', () => {
  const { lines, log } = capture();
  const lying = new Error('x\n    at MOREL (file:///MOREL:1:1)\n    at MOREL:1:1');
  const renamed = Object.assign(new Error('MOREL\n    at MOREL (file:///MOREL:1:1)'), {
    message: 'other',
    name: 'MOREL Jeanne',
    code: 'MOREL Jeanne',
  });
  const loop = new Error('MOREL');
  loop.cause = loop;
  for (const error of [lying, renamed, loop, 'MOREL', { message: 'MOREL', code: 'MOREL Jeanne' }, null, undefined]) {
    log.error({ err: error }, 'failed');
    log.child({ reqId: 1 }).error({ err: error });
    if (error instanceof Error) log.error(error);
  }
  assert.not.match(lines.join(''), 'MOREL');
  assert.is(lines.length, 17);
});

test('words of ours stay as they are', () => {
  const { lines, log } = capture();
  log.info('started %s', 'well');
  log.warn({ state: 'ok' }, 'journal state');
  assert.equal(
    lines.map((line) => JSON.parse(line).msg),
    ['started well', 'journal state'],
  );
});

test.run();
