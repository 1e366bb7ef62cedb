import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { packVisit, safePage, unpackVisit } from './wanted-page.ts';

const origin = 'https://rcp.example.fr';

test('a return leads to a page of this installation, and nowhere else', () => {
  assert.is(safePage('/reunions/1?visio#ici', origin), '/reunions/1?visio#ici');
  for (const elsewhere of [
    '',
    '//evil.example',
    '/.//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])
    assert.is(safePage(elsewhere, origin), '/', elsewhere);
});

test('secret and page come back as they left; a cookie that is not ours holds nothing', () => {
  assert.equal(unpackVisit(packVisit('secret', '/é?a=b.c')), { secret: 'secret', page: '/é?a=b.c' });
  assert.equal(unpackVisit(null), { secret: null, page: '' });
  assert.equal(unpackVisit('secret'), { secret: 'secret', page: '' });
});

test.run();
