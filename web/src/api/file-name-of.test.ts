import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fileNameOf } from './file-name-of.ts';

test('the name that the server proposes', () => {
  assert.is(fileNameOf('attachment; filename="RCP-2026-000012.pdf"'), 'RCP-2026-000012.pdf');
  assert.is(fileNameOf('attachment; filename=a.pdf'), 'a.pdf');
  assert.is(
    fileNameOf(`attachment; filename="a.pdf"; filename*=UTF-8''compte-rendu%20%C3%A9.pdf`),
    'compte-rendu é.pdf',
  );
});

test('a path is never a name, and nothing is null', () => {
  assert.is(fileNameOf('attachment; filename="../../a.pdf"'), 'a.pdf');
  assert.is(fileNameOf('attachment; filename="C:\\\\x\\\\a.pdf"'), 'a.pdf');
  for (const none of [null, '', 'attachment', 'attachment; filename=""', `attachment; filename*=UTF-8''%E0%A4`])
    assert.is(fileNameOf(none), null);
});

test.run();
