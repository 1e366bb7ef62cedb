import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { toHtml } from './to-html.ts';

const bodyOf = (text: string) => /<body[^>]*>\n([\s\S]*)\n<\/body>/.exec(toHtml(text))?.[1];

test('paragraphs, line breaks and links, and the punctuation after a link is not in it', () => {
  assert.is(bodyOf('Bonjour,\n\nUn\nDeux'), '<p>Bonjour,</p>\n<p>Un<br>Deux</p>');
  assert.is(
    bodyOf('Voir https://rcp.fr/a?b=1&c=2.'),
    '<p>Voir <a href="https://rcp.fr/a?b=1&amp;c=2">https://rcp.fr/a?b=1&amp;c=2</a>.</p>',
  );
});

test('what looks like HTML is words, and a link is only https or http', () => {
  assert.is(bodyOf('<script>"x"</script>'), '<p>&lt;script&gt;&quot;x&quot;&lt;/script&gt;</p>');
  assert.is(bodyOf('javascript:alert(1)'), '<p>javascript:alert(1)</p>');
  assert.not.match(bodyOf('https://a"onclick=x') ?? '', /href="[^"]*"onclick/);
});

test.run();
