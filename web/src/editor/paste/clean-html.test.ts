import { Window } from 'happy-dom';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cleanHtml } from './clean-html.ts';
import { cleanText } from './clean-text.ts';

const window = new Window();
Object.assign(globalThis, { DOMParser: window.DOMParser });
test.after(() => window.close());

const clean = (html: string) => cleanHtml(html).document.body.innerHTML;

test('styles go, meaning stays', () => {
  assert.is(
    clean(
      '<p style="color:red" class="x">Bonjour <span style="font-weight:700">gras</span> <i>italique</i> <span style="text-decoration: underline">souligné</span></p>',
    ),
    '<p>Bonjour <strong>gras</strong> <em>italique</em> <u>souligné</u></p>',
  );
  assert.is(clean('<h1>Titre</h1><h5>Petit</h5>'), '<h3>Titre</h3><h4>Petit</h4>');
});

test('an exponent is never flattened into the number before it', () => {
  assert.is(
    clean('<p>10<sup>9</sup>/L, CO<sub>2</sub>, <span style="vertical-align:super">3</span></p>'),
    '<p>10<sup>9</sup>/L, CO<sub>2</sub>, <sup>3</sup></p>',
  );
});

test('what was struck out stays struck out', () => {
  assert.is(clean('<p><del>arrêter</del> <s>poursuivre</s></p>'), '<p><s>arrêter</s> <s>poursuivre</s></p>');
});

test('scripts, styles and what the page hid do not come along', () => {
  assert.is(
    clean(
      '<style>p{}</style><script>alert(1)</script><p onclick="alert(1)">vu<span style="display:none">caché</span><span hidden>caché</span><span style="mso-hide:all">caché</span><span style="font-size:0">caché</span></p><template><p>non</p></template>',
    ),
    '<p>vu</p>',
  );
  assert.is(clean('<p style="font-size:0.9em">vu</p><p style="opacity:0.5">vu</p>'), '<p>vu</p><p>vu</p>');
});

test('images are left out, and said', () => {
  const { document, images } = cleanHtml('<p>avant<img src="https://exemple.fr/x.png" onerror="alert(1)">après</p>');
  assert.is(document.body.innerHTML, '<p>avantaprès</p>');
  assert.ok(images);
  assert.not(cleanHtml('<p>rien</p>').images);
});

test('only safe links stay links', () => {
  assert.is(
    clean(
      '<p><a href="https://exemple.fr/a?b=1" target="_blank">site</a> <a href="javascript:alert(1)">piège</a> <a href=" data:text/html,x">piège</a> <a href="/relatif">relatif</a></p>',
    ),
    '<p><a href="https://exemple.fr/a?b=1">site</a> piège piège relatif</p>',
  );
});

test('a list of Word becomes a list', () => {
  const item = (level: number, mark: string, text: string) =>
    `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
  assert.is(
    clean(
      `<p>Avant</p>${item(1, '·', 'un')}${item(2, 'o', 'un point un')}${item(1, '·', 'deux')}<p>Après</p>${item(1, '1.', 'premier')}`,
    ),
    '<p>Avant</p><ul><li>un</li><li><ul><li>un point un</li></ul></li><li>deux</li></ul><p>Après</p><ol><li>premier</li></ol>',
  );
});

test('a table keeps its cells and spans, not its looks; one that only arranges a page keeps its words', () => {
  assert.is(
    clean(
      '<table border=1 style="width:100%"><colgroup><col width=10></colgroup><thead><tr><th>Date</th><th>Examen</th></tr></thead><tbody><tr><td colspan="2" bgcolor="red"><p>TDM</p></td></tr></tbody></table>',
    ),
    '<table><tr><th><p>Date</p></th><th><p>Examen</p></th></tr><tr><td colspan="2"><p>TDM</p></td></tr></table>',
  );
  assert.is(clean('<table><tr><td><p>seul</p></td></tr></table>'), '<p>seul</p>');
  assert.is(
    clean('<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>'),
    '<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr></table>',
  );
});

test('what Google Docs wraps in a bold that is not stays as it was', () => {
  assert.is(
    clean(
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:400">mince</span><span style="font-weight:700">gras</span></p></b>',
    ),
    '<p>mince<strong>gras</strong></p>',
  );
});

test('loose words, divisions and line breaks make paragraphs', () => {
  assert.is(clean('un<div>deux<br>trois</div>quatre'), '<p>un</p><p>deux<br>trois</p><p>quatre</p>');
  assert.is(clean('<div><div>a</div>\n <div>b</div></div>'), '<p>a</p><p>b</p>');
  assert.is(clean('<pre>x\n  y</pre>'), '<p>x<br>  y</p>');
  assert.is(clean('<p></p><p> </p><ul><li></li></ul>'), '');
});

test('nested lists stay nested', () => {
  assert.is(
    clean('<ul><li>a<ul><li>b</li></ul></li><ul><li>c</li></ul></ul>'),
    '<ul><li>a<ul><li>b</li></ul></li><li><ul><li>c</li></ul></li></ul>',
  );
});

// FRZ-5
test('invisible characters and half characters do not come along; tabs, spaces and emoji do', () => {
  assert.is(cleanText('a\u200bb\u202ec\ufeffd\u00ade\u0007f\u2066g'), 'abcdefg');
  assert.is(cleanText('\ud83d'), '\ufffd');
  assert.is(cleanText('1\u00a0000\tmL 👩‍⚕️ e\u0301'), '1\u00a0000\tmL 👩‍⚕️ é');
  assert.is(cleanText('a\r\nb\rc\u2028d'), 'a\nb\nc\nd');
});

test.run();
