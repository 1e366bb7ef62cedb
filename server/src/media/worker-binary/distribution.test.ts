import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseDistribution } from './distribution.ts';

test('quoted or not, and missing fields', () => {
  assert.equal(parseDistribution('PRETTY_NAME="Debian"\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\nID=debian\n'), {
    id: 'debian',
    version: '12',
    codename: 'bookworm',
  });
  assert.equal(parseDistribution("ID='alpine'\n"), { id: 'alpine', version: '', codename: '' });
});

test.run();
