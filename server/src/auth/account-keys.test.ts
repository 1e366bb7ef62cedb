import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { AccountKeys } from './account-keys.ts';

const keys = new AccountKeys('a key of this installation');
const secret = Buffer.from('twenty secret bytes.');

// AUT-24
test('a sealed secret opens for its account and under its key, and nowhere else', () => {
  const sealed = keys.seal('one', secret);
  assert.equal(keys.open('one', sealed), secret);
  assert.not.match(sealed.toString('latin1'), 'secret');
  assert.not.equal(keys.seal('one', secret), sealed, 'twice the same secret does not look the same');
  assert.throws(() => keys.open('two', sealed));
  assert.throws(() => new AccountKeys('another key').open('one', sealed));
  const altered = Buffer.from(sealed);
  altered.writeUInt8(altered.readUInt8(altered.length - 1) ^ 1, altered.length - 1);
  assert.throws(() => keys.open('one', altered));
});

// AUT-24
test('the same digits give another hash for another use, another place and another key', () => {
  const marks = [
    keys.mark('code', 'one', '123456'),
    keys.mark('code', 'two', '123456'),
    keys.mark('recovery_code', 'one', '123456'),
    new AccountKeys('another key').mark('code', 'one', '123456'),
  ];
  assert.is(new Set(marks).size, marks.length);
  assert.is(keys.mark('code', 'one', '123456'), marks[0]);
});

test.run();
