import { expect, type Person, test } from './fixtures.ts';
import { arriveWithPasskey, demonstrationLink, lookAtAccounts } from './registering.ts';

const newcomer = {
  title: 'Dr',
  givenName: 'Basile',
  familyName: 'Leroux',
  specialty: 'Neurologie',
};

const row = ({ page }: Person, name: string) =>
  page.getByRole('region', { name: 'Mot de passe et codes' }).getByRole('listitem').filter({ hasText: name });

// SC-37, PA-21; product.md 3.4 n° 13
test('who loses the only device comes back with a printed code, then by a forgotten password', async ({ person }) => {
  test.setTimeout(180_000);
  const doctor = await person();
  const { page } = doctor;
  const email = await arriveWithPasskey(doctor, newcomer);
  let codes: string[] = [];

  await test.step('prints ten codes, shown once', async () => {
    await page.goto('/compte#mot-de-passe');
    await row(doctor, 'Codes de récupération').getByRole('button', { name: 'Créer dix codes' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Vos dix codes de récupération' });
    await expect(dialog.getByRole('listitem')).toHaveCount(10);
    codes = await dialog.getByRole('listitem').allTextContents();
    await lookAtAccounts(doctor, 'recovery-codes');
    await dialog.getByRole('button', { name: 'Je les ai gardés' }).click();
    await expect(row(doctor, 'Codes de récupération')).toContainText('Il vous reste 10 codes.');
  });

  const elsewhere = await person();
  await test.step('signs in elsewhere with one of them', async () => {
    const there = elsewhere.page;
    await there.goto('/connexion');
    await there.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
    await lookAtAccounts(elsewhere, 'forgotten');
    await there.getByRole('link', { name: 'Récupérer mon compte' }).click();
    await lookAtAccounts(elsewhere, 'recovery');
    await there.getByLabel('Adresse e-mail').fill(email);
    await there.getByRole('button', { name: 'Se connecter' }).click();
    await expect(there.getByText('Indiquez l’un de vos codes.')).toBeVisible();
    await there.getByLabel(/^Code de récupération/).fill(codes[3] ?? '');
    await there.getByRole('button', { name: 'Se connecter' }).click();
    await expect(there.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  });

  await test.step('chooses a password there; a common one is refused and nothing typed is lost', async () => {
    const there = elsewhere.page;
    await there.goto('/compte#mot-de-passe');
    await row(elsewhere, 'Mot de passe').first().getByRole('button', { name: 'Choisir un mot de passe' }).click();
    const dialog = there.getByRole('dialog');
    const field = dialog.getByRole('textbox', { name: /^Nouveau mot de passe/ });
    await field.fill('motdepasse123');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(dialog.getByText('trop courant', { exact: false })).toBeVisible();
    await expect(field).toHaveValue('motdepasse123');
    await field.fill('cinq mots longs et sans rapport');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(there.getByText('Votre mot de passe est changé.')).toBeVisible();
  });

  await test.step('forgets it, and chooses another one behind the link of a mail', async () => {
    const third = await person();
    await third.page.goto('/mot-de-passe-oublie');
    await third.page.getByLabel('Adresse e-mail').fill(email);
    await third.page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await expect(third.page.getByText('Si cette adresse a un compte, un lien lui est envoyé.')).toBeVisible();
    await third.page.goto(await demonstrationLink(third, email, /http\S+\/mot-de-passe#[\w-]+/));
    await lookAtAccounts(third, 'new-password');
    await third.page.getByRole('textbox', { name: /^Nouveau mot de passe/ }).fill('encore six mots sans aucun rapport');
    await third.page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
    await expect(third.page.getByText('Votre mot de passe est changé.')).toBeVisible();
    // Every session ended with it.
    await page.goto('/');
    await expect(page).toHaveURL(/\/connexion/);
  });

  await test.step('an unknown address is answered in the same words', async () => {
    const stranger = await person();
    await stranger.page.goto('/mot-de-passe-oublie');
    await stranger.page.getByLabel('Adresse e-mail').fill('personne@hopital-exemple.fr');
    await stranger.page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await expect(stranger.page.getByText('Si cette adresse a un compte, un lien lui est envoyé.')).toBeVisible();
  });
});

// PA-25: what engages asks for a fresh proof, then goes on by itself
test('a command that needs a proof asks for it once, and what was typed is sent', async ({ person }) => {
  const doctor = await person();
  const { page } = doctor;
  await arriveWithPasskey(doctor, newcomer);
  await page.goto('/compte');
  const specialty = page.getByRole('combobox', { name: /^Spécialité/ });
  await specialty.fill('Neuro-oncologie');
  await specialty.press('Tab');
  let refused = 0;
  await page.route('**/api/account/profile', (route) => {
    if (route.request().method() !== 'PATCH' || refused++ > 0) return route.continue();
    const body = { code: 'proof_needed', message: '', requestId: 'essai', details: {} };
    return route.fulfill({ status: 403, json: body });
  });
  const save = page.getByRole('region', { name: 'Mes informations' }).getByRole('button', { name: 'Enregistrer' });
  await save.click();
  const dialog = page.getByRole('alertdialog', { name: 'Confirmez que c’est bien vous' });
  await expect(dialog.getByRole('button', { name: 'Confirmer avec ma clé d’accès' })).toBeVisible();
  // What this account does not have is not offered.
  await expect(dialog.getByRole('button', { name: 'Utiliser mon mot de passe' })).toHaveCount(0);
  await lookAtAccounts(doctor, 'proof');
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText('Confirmez que c’est bien vous, puis l’action sera faite.')).toBeVisible();
  await expect(specialty).toHaveValue('Neuro-oncologie');
  refused = 0;
  await save.click();
  await dialog.getByRole('button', { name: 'Confirmer avec ma clé d’accès' }).click();
  await expect(page.getByText('Vos informations sont enregistrées.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Menu du compte/ })).toContainText('Neuro-oncologie');
});

// PA-24
test('an own screen locks by itself; the session of a shared computer ends, announced one minute before', async ({
  person,
}) => {
  const doctor = await person();
  const { page } = doctor;
  await arriveWithPasskey(doctor, newcomer);
  await page.clock.install();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  await page.clock.fastForward('16:00');
  await expect(page.getByRole('heading', { name: 'Écran verrouillé' })).toBeVisible();
  await page.getByRole('button', { name: 'Me déconnecter' }).click();
  await expect(page).toHaveURL(/\/connexion/);
  // The invented finger takes up by itself what the browser proposes.
  await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();

  await page.evaluate(() => localStorage.setItem('concertation.sharedComputer', 'yes'));
  await page.getByRole('button', { name: /^Menu du compte/ }).click();
  await page.getByRole('menuitem', { name: 'Déconnexion' }).click();
  await expect(page).toHaveURL(/\/connexion/);
  await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  const { idleMs, shared } = (await (await page.request.get('/api/me')).json()) as { idleMs: number; shared: boolean };
  expect(shared).toBe(true);
  await page.evaluate(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  await page.clock.fastForward(idleMs - 45_000);
  const warning = page.getByRole('alertdialog', { name: 'Êtes-vous toujours là ?' });
  await expect(warning).toBeVisible();
  await lookAtAccounts(doctor, 'shared-end');
  await warning.getByRole('button', { name: 'Rester connecté' }).click();
  await expect(warning).toHaveCount(0);
  await page.clock.fastForward(idleMs + 5_000);
  await expect(page.getByText('Poste partagé : la session a été fermée.')).toBeVisible();
});
