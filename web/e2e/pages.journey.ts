import { addVirtualAuthenticator, expect, test } from './fixtures.ts';
import { confirmWithPasskey, demonstrationLink, registerByHand } from './registering.ts';
import { expectNoSidewaysScroll, joinMeeting, section } from './screens.ts';

// SC-05
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

for (const [where, options] of [
  ['a desktop', {}],
  ['a phone', phone],
  ['a desktop in the dark', { colorScheme: 'dark' }],
] as const)
  test(`every page is accessible and holds its width on ${where}`, async ({ person }) => {
    const nobody = await person(undefined, options);
    for (const path of [
      '/connexion',
      '/inscription',
      '/inscription/confirmation',
      '/conditions',
      '/verifier',
      '/mot-de-passe-oublie',
      '/mot-de-passe',
      '/recuperation',
      '/recuperation/cle',
      '/recuperation/arret',
      '/compte/adresse',
      '/courriels',
      '/portails',
      '/portail/nulle-part',
    ]) {
      await nobody.page.goto(path);
      await expect(nobody.page.getByRole('heading', { level: 1 })).toBeVisible();
      await nobody.expectAccessible();
      await expectNoSidewaysScroll(nobody.page);
    }
    const secretary = await person('secretary', options);
    const { page } = secretary;
    for (const path of [
      '/',
      '/patients/nouveau',
      '/compte',
      '/confreres',
      '/organisations',
      '/organisations/nouvelle',
      '/nulle-part',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await secretary.expectAccessible();
      await expectNoSidewaysScroll(page);
    }
    await page.goto('/');
    await page.getByRole('link', { name: /D'ANGELO Maria/ }).click();
    await expect(section(page, 'Anamnèse')).toBeVisible();
    await secretary.expectAccessible();
    await expectNoSidewaysScroll(page);
    await joinMeeting(secretary);
    await page.waitForLoadState('networkidle');
    await secretary.expectAccessible();
    await expectNoSidewaysScroll(page);
  });

test('an address that cannot name a case or a meeting is said to lead nowhere', async ({ person }) => {
  const { page } = await person('secretary');
  for (const path of ['/dossiers/nulle-part', '/reunions/nulle-part']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
  }
});

// A pointer that rests where a page appears makes `:hover` without any of the events that components hear.
test('a link drawn as a button stays legible under a pointer that was already there', async ({ person }) => {
  const secretary = await person('secretary');
  const { page } = secretary;
  await page.goto('/');
  const link = page.getByRole('link', { name: 'Rejoindre la réunion' });
  await expect(link).toBeVisible();
  const browser = await page.context().newCDPSession(page);
  await browser.send('DOM.enable');
  await browser.send('CSS.enable');
  const { root } = await browser.send('DOM.getDocument');
  const { nodeId } = await browser.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: `a[href="${await link.getAttribute('href')}"]`,
  });
  await browser.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['hover'] });
  await secretary.expectAccessible();
});

test('a newcomer registers with a passkey; the last way in stays', async ({ person }) => {
  const newcomer = await person();
  const { page } = newcomer;
  await addVirtualAuthenticator(newcomer);
  const email = 'nour.essaidi@example.org';
  await page.goto('/inscription');
  await registerByHand(newcomer, {
    title: 'Dr',
    givenName: 'Nour',
    familyName: 'Essaidi',
    specialty: 'Gériatrie',
    email,
  });
  await confirmWithPasskey(
    newcomer,
    await demonstrationLink(newcomer, email, /http\S+\/inscription\/confirmation#[\w-]+/),
  );
  await page.goto('/compte');
  await expect(page.getByText('C’est votre seul moyen d’entrer', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: /^Renommer la clé/ }).click();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel(/^Nom de la clé/);
  await expect(name).not.toHaveValue('');
  await name.fill(' ');
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Donnez un nom', { exact: false })).toBeVisible();
  await name.fill('Téléphone');
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Renommer la clé « Téléphone »' })).toBeVisible();
});

// SC-66; identity rules of docs/specs/access.md
test('a patient is created by keyboard alone; the same identity is not created twice unknowingly', async ({
  person,
}) => {
  const presenter = await person('presenter');
  const { page } = presenter;
  const fill = async () => {
    await page.goto('/patients/nouveau');
    await page.getByLabel(/^Nom de naissance/).focus();
    for (const trait of ['Œuvrard-Noël', 'Zoé', '29/02/1964']) {
      await page.keyboard.type(trait);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await expect(page.getByRole('radio', { name: 'Féminin' })).toBeChecked();
    await page.keyboard.press('Enter');
  };
  await fill();
  await expect(
    page
      .getByText('OEUVRARD-NOEL Zoé', { exact: false })
      .or(page.getByText('OEUVRARD-NOEL ZOE', { exact: false }))
      .first(),
  ).toBeVisible();
  await expect(section(page, 'Anamnèse')).toBeVisible();
  await fill();
  await expect(page.getByText('Un patient a déjà cette identité')).toBeVisible();
  await presenter.expectAccessible();
});

test('ending a session elsewhere closes it here, within five seconds', async ({ person }) => {
  const [here, there] = [await person('expert'), await person('expert')];
  await joinMeeting(there);
  await here.page.goto('/compte');
  await here.page
    .getByRole('button', { name: /Déconnecter/ })
    .last()
    .click();
  await expect(there.page.getByRole('button', { name: 'Se connecter avec une clé d’accès' })).toBeVisible({
    timeout: 5_000,
  });
});
