import type { Browser } from '@playwright/test';
import { addVirtualAuthenticator, expect, open, type Person, Product, test } from './fixtures.ts';
import { confirmWithPasskey, demonstrationLink, type Newcomer, registerByHand } from './registering.ts';
import { samplePdf } from './sample-files.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
const desktop = { width: 1280, height: 720 };
const phone = { width: 390, height: 844 };

// Who is suspended here concerns no other journey; and a recovery waits a day elsewhere.
let product: Product;
test.beforeAll(async () => {
  product = new Product({ RECOVERY_HOURS: '0' });
  await product.start();
});
test.afterAll(() => product.remove());

const arrive = (browser: Browser, who?: string) =>
  open(browser, product, who, { viewport: desktop, locale: 'fr-FR', timezoneId: 'Europe/Paris' });

/** Each new screen: accessible, and within its width on a desktop and on a telephone. */
async function look(person: Person, name: string): Promise<void> {
  const { page } = person;
  for (const [where, size] of [
    ['phone', phone],
    ['desktop', desktop],
  ] as const) {
    await page.setViewportSize(size);
    await person.expectAccessible();
    await expectNoSidewaysScroll(page);
    if (shots) await page.screenshot({ path: `${shots}/administration-${name}-${where}.png`, fullPage: true });
  }
}

const newcomer: Newcomer = {
  title: 'Dr',
  givenName: 'Samir',
  familyName: 'Belhadj',
  specialty: 'Pneumologie',
  email: 'samir.belhadj@hopital-exemple.fr',
};

async function openAdministration({ page }: Person, part?: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /^Menu du compte/ }).click();
  await page.getByRole('menuitem', { name: 'Administration' }).click();
  await expect(page.getByRole('heading', { name: 'Administration', exact: true })).toBeVisible();
  if (part) await page.getByRole('link', { name: part, exact: true }).click();
}

// SC-22, SC-23, SC-24, SC-37, SC-41, SC-44, PA-50
test('a proof is sent and accepted; an account that lost everything is found again; another is suspended at once', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const doctor = await arrive(browser);
  await addVirtualAuthenticator(doctor);

  await test.step('a doctor registers with a passkey, and sends a proof', async () => {
    const { page } = doctor;
    await page.goto('/inscription');
    await registerByHand(doctor, newcomer);
    await confirmWithPasskey(
      doctor,
      await demonstrationLink(doctor, newcomer.email, /http\S+\/inscription\/confirmation#[\w-]+/),
    );
    await page.getByRole('link', { name: 'Envoyer un justificatif' }).click();
    const panel = page.getByRole('region', { name: 'Justificatif professionnel' });
    await panel.locator('input[type=file]').setInputFiles(samplePdf('carte.pdf', 1));
    await expect(panel.getByText('À l’étude', { exact: true })).toBeVisible();
  });

  const support = await arrive(browser, 'support');
  await test.step('the support team sees the proof, and asks for another one: the doctor reads why', async () => {
    const { page } = support;
    await openAdministration(support);
    const card = page.getByRole('listitem').filter({ hasText: 'Dr Samir Belhadj' });
    await expect(card.getByText('carte de professionnel', { exact: false })).toBeVisible();
    await look(support, 'validations');
    await card.getByRole('button', { name: 'Voir la pièce' }).click();
    const shown = page.getByRole('dialog', { name: 'Pièce de Dr Samir Belhadj' }).getByRole('img');
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await look(support, 'proof');
    await page.keyboard.press('Escape');
    await card.getByRole('button', { name: 'Demander une autre pièce' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Demander une autre pièce' }).click();
    await expect(dialog.getByText('Indiquez le motif', { exact: false })).toBeVisible();
    await dialog.getByLabel(/^Motif/).fill('La photo est coupée : le nom ne se lit pas.');
    await dialog.getByRole('button', { name: 'Demander une autre pièce' }).click();
    await expect(page.getByText('Une autre pièce est demandée à Dr Samir Belhadj.')).toBeVisible();
    await doctor.page.reload();
    const panel = doctor.page.getByRole('region', { name: 'Justificatif professionnel' });
    await expect(panel.getByText('La photo est coupée', { exact: false })).toBeVisible();
    await panel.locator('input[type=file]').setInputFiles(samplePdf('carte-2.pdf', 1));
    await expect(panel.getByText('À l’étude', { exact: true })).toBeVisible();
  });

  await test.step('the second one is accepted: the trial is over for good', async () => {
    const { page } = support;
    await page.reload();
    const card = page.getByRole('listitem').filter({ hasText: 'Dr Samir Belhadj' });
    await card.first().getByRole('button', { name: 'Valider le compte' }).click();
    await expect(page.getByText('Le compte de Dr Samir Belhadj est validé.')).toBeVisible();
    await doctor.page.reload();
    await expect(doctor.page.getByRole('heading', { name: 'Mon compte', exact: true })).toBeVisible();
    await expect(doctor.page.getByText(/Compte d’essai/)).toHaveCount(0);
  });

  const codes: string[] = [];
  await test.step('codes are made, to be printed: they are shown once', async () => {
    const { page } = doctor;
    const panel = page.getByRole('region', { name: 'Mot de passe et codes' });
    await panel.getByRole('button', { name: 'Créer dix codes' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Vos dix codes de récupération' });
    await expect(dialog.getByRole('listitem')).toHaveCount(10);
    codes.push(...(await dialog.getByRole('listitem').allTextContents()));
    await look(doctor, 'codes');
    await dialog.getByRole('button', { name: 'Je les ai gardés' }).click();
    await expect(panel.getByRole('button', { name: 'Créer dix codes' })).toHaveCount(0);
  });

  await test.step('the device is lost: a code opens the account from another one, once', async () => {
    const other = await arrive(browser);
    const { page } = other;
    await page.goto('/recuperation');
    await look(other, 'recovery');
    await page.getByText('J’ai un code de récupération').click();
    await page.getByLabel('Adresse e-mail').fill(newcomer.email);
    await page.getByLabel(/^Code de récupération/).fill(codes[0] ?? '');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
    expect(other.errors).toEqual([]);
    await other.context.close();
    const again = await arrive(browser);
    await again.page.goto('/recuperation');
    await again.page.getByText('J’ai un code de récupération').click();
    await again.page.getByLabel('Adresse e-mail').fill(newcomer.email);
    await again.page.getByLabel(/^Code de récupération/).fill(codes[0] ?? '');
    await again.page.getByRole('button', { name: 'Se connecter' }).click();
    await expect(again.page.getByRole('alert')).toBeVisible();
    await again.context.close();
  });

  const administrator = await arrive(browser, 'administrator');
  const found = await arrive(browser);
  await addVirtualAuthenticator(found);
  await test.step('everything is lost: an administrator accepts, a link makes a new key, and the former ways end', async () => {
    const { page } = found;
    await page.goto('/recuperation');
    await page.getByText('Demander à un administrateur').click();
    await page.getByLabel('Adresse e-mail').fill(newcomer.email);
    await page.getByRole('button', { name: 'Demander la récupération' }).click();
    await expect(page.getByText('Votre demande est transmise.')).toBeVisible();

    await openAdministration(administrator, 'Accès perdus');
    const row = administrator.page.getByRole('listitem').filter({ hasText: 'Dr Samir Belhadj' });
    await expect(row).toBeVisible();
    await row.getByRole('button', { name: 'Afficher le numéro connu' }).click();
    await expect(row.getByRole('link', { name: '+33639980001' })).toBeVisible();
    await expect(row.getByText('jamais celui donné dans la demande', { exact: false })).toBeVisible();
    await look(administrator, 'recoveries');
    await row.getByRole('button', { name: 'Accepter' }).click();
    await administrator.page.getByRole('alertdialog').getByRole('button', { name: 'Accepter' }).click();
    await expect(row.getByText('Acceptée')).toBeVisible();

    await page.goto(await demonstrationLink(found, newcomer.email, /http\S+\/recuperation\/cle#[\w-]+/));
    await look(found, 'new-key');
    await page.getByRole('button', { name: 'Créer ma clé d’accès' }).click();
    await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
    // The device that was lost is out, whether its page has heard of it already or not.
    await doctor.page.reload();
    await expect(doctor.page).toHaveURL(/\/connexion/);
  });

  await test.step('suspended, the account is answered no more, and comes in no more until it is restored', async () => {
    const { page } = administrator;
    await page.getByRole('link', { name: 'Comptes', exact: true }).click();
    await page.getByRole('searchbox', { name: 'Rechercher un compte' }).fill('belhadj');
    const row = page.getByRole('listitem').filter({ hasText: 'Dr Samir Belhadj' });
    await expect(row.getByText('Vérifié', { exact: true })).toBeVisible();
    await look(administrator, 'accounts');
    await row.getByRole('button', { name: 'Actions sur Dr Samir Belhadj' }).click();
    await page.getByRole('menuitem', { name: 'Suspendre' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Motif/)
      .fill('A quitté l’établissement.');
    await page.getByRole('dialog').getByRole('button', { name: 'Suspendre' }).click();
    await expect(row.getByText('Suspendu', { exact: true })).toBeVisible();
    await found.page.getByRole('link', { name: 'Confrères' }).click();
    await expect(found.page).toHaveURL(/\/connexion/);
    await row.getByRole('button', { name: 'Actions sur Dr Samir Belhadj' }).click();
    await page.getByRole('menuitem', { name: 'Lever la suspension' }).click();
    await expect(row.getByText('Suspendu', { exact: true })).toHaveCount(0);
  });

  await test.step('the audit tells it, is exported, and the support team does not read it', async () => {
    const { page } = administrator;
    await page.getByRole('link', { name: 'Journal', exact: true }).click();
    await page.getByRole('combobox', { name: 'Nature de l’acte' }).fill('account.suspended');
    await page.getByRole('option', { name: 'Compte suspendu' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Compte suspendu' })).toContainText('Nadia Roussel');
    await look(administrator, 'audit');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await expect(support.page.getByRole('link', { name: 'Journal', exact: true })).toHaveCount(0);
    await support.page.goto('/administration/journal');
    await expect(support.page.getByRole('heading', { name: 'Page introuvable' })).toBeVisible();
  });

  for (const { errors } of [doctor, support, administrator, found]) expect(errors).toEqual([]);
  await Promise.all([doctor, support, administrator, found].map(({ context }) => context.close()));
});
