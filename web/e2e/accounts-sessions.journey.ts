import { expect, type Person, test } from './fixtures.ts';
import { arriveWithPasskey, demonstrationCode, demonstrationLink, lookAtAccounts } from './registering.ts';

const newcomer = {
  title: 'Dr',
  givenName: 'Gabin',
  familyName: 'Tessier',
  specialty: 'Radiothérapie',
};
const first = 'cinq mots longs et sans rapport';
const second = 'encore six mots sans aucun lien';
const third = 'une phrase venue par la boîte';

/** E-mail and password, and the code of the text message. */
async function signIn(person: Person, email: string, password: string): Promise<void> {
  const { page } = person;
  await page.goto('/connexion');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
}

async function giveCode({ page }: Person, code: string): Promise<void> {
  await page.getByLabel('Code à 6 chiffres').fill(code);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

// SC-37, PA-21, AUT-6, AUT-26, AUT-36
test('a password is changed with the one before, other sessions are closed at once, and a mailbox alone opens nothing', async ({
  person,
}) => {
  test.setTimeout(180_000);
  const doctor = await person();
  const elsewhere = await person();
  const { page } = doctor;
  const email = await arriveWithPasskey(doctor, newcomer);
  const ways = page.getByRole('region', { name: 'Mot de passe et codes' });
  const dialog = page.getByRole('dialog');
  const chosen = dialog.getByRole('textbox', { name: /^Nouveau mot de passe/ });
  const save = dialog.getByRole('button', { name: 'Enregistrer' });

  await test.step('chooses a first password, and signs in elsewhere with it', async () => {
    await page.goto('/compte#mot-de-passe');
    await ways.getByRole('button', { name: 'Choisir un mot de passe' }).click();
    await expect(dialog.getByRole('textbox', { name: /^Mot de passe actuel/ })).toHaveCount(0);
    await chosen.fill(first);
    await save.click();
    await expect(page.getByText('Votre mot de passe est changé.')).toBeVisible();
    await signIn(elsewhere, email, first);
    const code = await demonstrationCode(elsewhere, '39980001');
    await giveCode(elsewhere, code);
    await expect(elsewhere.page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  });

  await test.step('closes all other sessions at once', async () => {
    await page.goto('/compte#connexions');
    await page.reload();
    const panel = page.getByRole('region', { name: 'Connexions ouvertes' });
    await expect(panel.getByRole('listitem')).toHaveCount(2);
    await panel.getByRole('button', { name: 'Fermer toutes les autres sessions' }).click();
    const question = page.getByRole('alertdialog', { name: 'Fermer toutes les autres sessions ?' });
    await lookAtAccounts(doctor, 'end-others');
    await question.getByRole('button', { name: 'Fermer toutes les autres sessions' }).click();
    await expect(page.getByText('Toutes vos autres sessions sont fermées.')).toBeVisible();
    await expect(panel.getByRole('listitem')).toHaveCount(1);
    await expect(panel.getByRole('button', { name: 'Fermer toutes les autres sessions' })).toHaveCount(0);
    await elsewhere.page.goto('/');
    await expect(elsewhere.page).toHaveURL(/\/connexion/);
  });

  await test.step('changes the password: the one before is asked, and a refusal keeps what was typed', async () => {
    await page.goto('/compte#mot-de-passe');
    await ways.getByRole('button', { name: 'Modifier le mot de passe' }).click();
    const current = dialog.getByRole('textbox', { name: /^Mot de passe actuel/ });
    await chosen.fill(second);
    await save.click();
    await expect(dialog.getByText('Indiquez votre mot de passe actuel.')).toBeVisible();
    await expect(current).toBeFocused();
    await current.fill('ce n’est pas du tout lui');
    await save.click();
    await expect(dialog.getByText('Ce n’est pas votre mot de passe actuel.')).toBeVisible();
    await expect(chosen).toHaveValue(second);
    await lookAtAccounts(doctor, 'password-current');
    await current.fill(first);
    await save.click();
    await expect(page.getByText('Votre mot de passe est changé.')).toBeVisible();
  });

  await test.step('whoever reads the mailbox alone does not come in', async () => {
    const told = { title: 'Dr', specialty: newcomer.specialty, profession: 'Médecin', phone: null };
    expect((await page.request.patch('/api/account/profile', { data: told })).status()).toBe(200);
    const thief = await person();
    await thief.page.goto('/mot-de-passe-oublie');
    await thief.page.getByLabel('Adresse e-mail').fill(email);
    await thief.page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await thief.page.goto(await demonstrationLink(thief, email, /http\S+\/mot-de-passe#[\w-]+/));
    await thief.page.getByRole('textbox', { name: /^Nouveau mot de passe/ }).fill(third);
    await thief.page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
    await expect(thief.page.getByText('Votre mot de passe est changé.')).toBeVisible();
    await signIn(thief, email, third);
    await expect(thief.page.getByText('Un code par e-mail ne suffit pas ici')).toBeVisible();
    await expect(thief.page.getByLabel('Adresse e-mail')).toHaveValue(email);
    await lookAtAccounts(thief, 'mailbox-alone');
    await thief.page.getByRole('link', { name: 'Récupérer mon compte' }).click();
    await expect(thief.page.getByRole('heading', { name: 'Récupérer mon compte' })).toBeVisible();
  });

  await test.step('the owner does, from a browser that knows them', async () => {
    await signIn(elsewhere, email, third);
    const code = await demonstrationLink(elsewhere, email, /(?<=Concertation : )\d{6}/);
    await giveCode(elsewhere, code);
    await expect(elsewhere.page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  });
});
