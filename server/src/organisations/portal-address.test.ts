import type { OrganisationSettings } from '@concertation/shared/contracts';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkPortalAddress, isPortalSlug } from './portal-address.ts';

const settings: OrganisationSettings = {
  kind: 'network',
  name: 'Filière Tête et cou',
  slug: 'tetecou',
  place: '',
  presentation: '',
  help: { email: '', phone: '' },
  published: true,
};

// SC-08
test('a portal’s address is a plain sub-domain that the installation does not use itself', () => {
  for (const slug of ['tetecou', 'os2', 'fai2r-nord']) assert.ok(isPortalSlug(slug), slug);
  for (const slug of ['www', 'api', 'app', 'connexion', 'portail', 'a', 'a.b', '-ab', 'ab-', 'Tete', 'xn--ab', ''])
    assert.not(isPortalSlug(slug), slug);
});

test('only a network has an address, and a published one must', () => {
  assert.not.throws(() => checkPortalAddress(settings));
  assert.not.throws(() => checkPortalAddress({ ...settings, slug: null, published: false }));
  assert.not.throws(() => checkPortalAddress({ ...settings, kind: 'department', slug: null }));
  assert.throws(() => checkPortalAddress({ ...settings, kind: 'establishment' }));
  assert.throws(() => checkPortalAddress({ ...settings, slug: null }));
  assert.throws(() => checkPortalAddress({ ...settings, slug: 'www' }));
});

test.run();
