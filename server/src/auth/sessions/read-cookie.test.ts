import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readCookie } from './read-cookie.ts';

// AUT-2
test('the named cookie is found wherever it stands', () => {
  for (const header of ['session=abc', 'a=1; session=abc', 'session=abc;b=2', ' session=abc ; b=%zz'])
    assert.is(readCookie(header, 'session'), 'abc');
});

test('a missing, empty or merely similar cookie is none', () => {
  for (const header of [
    undefined,
    '',
    'session',
    'session=',
    'xsession=abc',
    'session2=abc',
    'Session=abc',
    '__Host-session=abc',
  ])
    assert.is(readCookie(header, 'session'), null);
});

test.run();
