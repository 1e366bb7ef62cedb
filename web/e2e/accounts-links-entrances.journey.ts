import { addVirtualAuthenticator, expect, test } from './fixtures.ts';
import { lookAtAccounts } from './registering.ts';

// REG-19: what one person typed is not shown to the next in the same window
test('the form of who registers is forgotten once somebody signs in, or out', async ({ person }) => {
  const visitor = await person();
  const { page } = visitor;
  const dashboard = page.getByRole('heading', { name: 'Tableau de bord' });
  const kept = () => page.evaluate(() => sessionStorage.getItem('concertation.kept.registration'));
  const begin = async () => {
    await page.goto('/inscription');
    await page.getByRole('button', { name: 'En vous inscrivant manuellement (2)' }).click();
    await page.getByLabel(/^Nom($| \()/).fill('Vasse');
    await expect.poll(kept).toContain('Vasse');
  };
  await begin();
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name: /Dr Camille Durand/ }).click();
  await expect(dashboard).toBeVisible();
  expect(await kept()).toBe(null);
  await page.getByRole('button', { name: /^Menu du compte de/ }).click();
  await page.getByRole('menuitem', { name: 'Déconnexion' }).click();
  await expect(page.getByText('Vous êtes déconnecté.')).toBeVisible();
  // By Pro Santé Connect, the browser comes straight back to a page of ours.
  await begin();
  await page.context().request.post('/api/demo/login', { data: { account: 'presenter' } });
  await page.goto('/');
  await expect(dashboard).toBeVisible();
  await expect.poll(kept).toBe(null);
});

// REG-3: a page whose link has ended meanwhile still leads somewhere
test('a link of confirmation that ends under one’s eyes leaves the ways on', async ({ person }) => {
  const doctor = await person();
  const { page } = doctor;
  const link = `/inscription/confirmation#${'a'.repeat(43)}`;
  const words = 'Ce lien a déjà servi ou a expiré. Demandez-en un autre.';
  const ended = { status: 410, json: { code: 'link_ended', message: words, requestId: 'essai', details: {} } };
  const waysOn = async () => {
    await expect(page.getByText(words)).toBeVisible();
    const main = page.getByRole('main');
    await expect(main.getByRole('link', { name: 'Se connecter' })).toHaveAttribute('href', '/connexion');
    await expect(main.getByRole('link', { name: 'S’inscrire de nouveau' })).toHaveAttribute('href', '/inscription');
    await expect(main.getByRole('button', { name: /^(Se connecter|Créer ma clé d’accès)$/ })).toHaveCount(0);
  };
  await page.route('**/api/registration/confirmation', (route) => {
    const { password } = route.request().postDataJSON() as { password?: string };
    if (password !== undefined) return route.fulfill(ended);
    return route.fulfill({ json: { next: 'password', name: 'Irène', email: 'irene.vasse@hopital-exemple.fr' } });
  });
  await page.goto(link);
  await page.getByRole('button', { name: 'Confirmer mon inscription' }).click();
  await page.getByRole('textbox', { name: /^Mot de passe/ }).fill('cinq mots longs et sans rapport');
  await page.keyboard.press('Enter');
  await waysOn();
  await lookAtAccounts(doctor, 'link-ended-password');

  await addVirtualAuthenticator(doctor);
  await page.unroute('**/api/registration/confirmation');
  await page.route('**/api/registration/confirmation', (route) =>
    route.fulfill({ json: { next: 'passkey', name: 'Irène', email: 'irene.vasse@hopital-exemple.fr' } }),
  );
  await page.route('**/api/registration/passkey/start', (route) => route.fulfill(ended));
  await page.goto('/connexion');
  await page.goto(link);
  await page.getByRole('button', { name: 'Confirmer mon inscription' }).click();
  await page.getByRole('button', { name: 'Créer ma clé d’accès' }).click();
  await waysOn();
  await lookAtAccounts(doctor, 'link-ended-key');
});

// AUT-36: what a forgotten password will ask is said before, by what this installation sends
test('« Mot de passe oublié ? » says what the next sign-in takes, with text messages and without', async ({
  person,
}) => {
  const doctor = await person();
  const { page } = doctor;
  for (const textMessages of [true, false]) {
    await page.unroute('**/api/configuration');
    await page.route('**/api/configuration', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), textMessages } });
    });
    await page.goto('/mot-de-passe-oublie');
    await expect(page.getByText('un code par e-mail ne suffit plus à vous connecter', { exact: false })).toBeVisible();
    await expect(page.getByText('un code par SMS', { exact: false })).toHaveCount(textMessages ? 1 : 0);
    await lookAtAccounts(doctor, textMessages ? 'forgotten-texts' : 'forgotten-no-texts');
  }
});
