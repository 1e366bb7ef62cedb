import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyOrganisation, readDraft } from './organisation-draft.ts';

const draft = { ...emptyOrganisation, name: 'CHU', email: 'aide@chu.fr' };

test('a complete draft makes settings; the portal of what is no network is not sent', () => {
  const { settings, wrong } = readDraft({ ...draft, slug: 'chu', published: true });
  assert.equal(wrong, []);
  assert.is(settings?.slug, null);
  assert.is(settings?.published, false);
  assert.equal(settings?.help, { email: 'aide@chu.fr', phone: '' });
});

test('wrong fields are named; a published network needs an address', () => {
  assert.equal(readDraft({ ...draft, name: ' ', email: 'aide', phone: 'appelez' }).wrong, ['name', 'email', 'phone']);
  assert.equal(readDraft({ ...draft, kind: 'network', published: true }).wrong, ['slug']);
  assert.equal(readDraft({ ...draft, kind: 'network', slug: 'tete cou' }).wrong, ['slug']);
  assert.is(readDraft({ ...draft, kind: 'network', slug: ' TeteCou ', published: true }).settings?.slug, 'tetecou');
});

test.run();
