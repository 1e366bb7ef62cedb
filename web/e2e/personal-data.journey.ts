import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';
import { addVirtualAuthenticator, expect, open, type Person, Product, test } from './fixtures.ts';
import { confirmWithPasskey, demonstrationLink, type Newcomer, registerByHand } from './registering.ts';
import { expectNoSidewaysScroll } from './screens.ts';

const shots = process.env.SHOTS;
const desktop = { width: 1280, height: 720 };
const phone = { width: 390, height: 844 };

// Who is erased here concerns no other journey.
let product: Product;
test.beforeAll(async () => {
  product = new Product();
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
    if (shots) await page.screenshot({ path: `${shots}/personal-data-${name}-${where}.png`, fullPage: true });
  }
}

const newcomer: Newcomer = {
  title: 'Dr',
  givenName: 'Hélène',
  familyName: 'Castaing',
  specialty: 'Pneumologie',
  email: 'helene.castaing@hopital-exemple.fr',
};

// SC-44
test('one reads what is kept and who looked, exports it, asks for erasure, and an administrator erases', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const doctor = await arrive(browser);
  const { page } = doctor;
  await addVirtualAuthenticator(doctor);
  await page.goto('/inscription');
  await registerByHand(doctor, newcomer);
  await confirmWithPasskey(
    doctor,
    await demonstrationLink(doctor, newcomer.email, /http\S+\/inscription\/confirmation#[\w-]+/),
  );
  const administrator = await arrive(browser, 'administrator');
  const panel = page.getByRole('region', { name: 'Données personnelles (RGPD)' });

  await test.step('what is kept and why, and nobody looked yet', async () => {
    await page.goto('/compte');
    await page.getByRole('link', { name: 'Données personnelles (RGPD)' }).click();
    await expect(panel).toBeFocused();
    await expect(panel.getByText('art. R. 1112-7', { exact: false })).toBeVisible();
    await expect(panel.getByText('Aucun autre que vous', { exact: false })).toBeVisible();
    await look(doctor, 'account');
  });

  await test.step('the export is saved, as a PDF and as JSON', async () => {
    for (const [button, name] of [
      ['À lire (PDF)', /^mes-donnees-.+\.pdf$/],
      ['Pour une machine (JSON)', /^mes-donnees-.+\.json$/],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        panel.getByRole('button', { name: button }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(name);
      const content = await readFile(await file.path(), 'latin1');
      expect(content.startsWith('%PDF-') || content.includes(newcomer.email)).toBe(true);
    }
  });

  await test.step('erasure is asked by typing one’s e-mail, taken back, and asked again', async () => {
    const ask = async () => {
      await panel.getByRole('button', { name: 'Demander l’effacement' }).click();
      const dialog = page.getByRole('dialog', { name: 'Demander l’effacement de mon compte' });
      await dialog.getByLabel(/^Votre adresse e-mail/).fill('quelqu.un@autre.fr');
      await dialog.getByRole('button', { name: 'Envoyer la demande' }).click();
      await expect(dialog.getByText('Ce n’est pas l’adresse de ce compte', { exact: false })).toBeVisible();
      await look(doctor, 'ask');
      await dialog.getByLabel(/^Votre adresse e-mail/).fill(newcomer.email);
      await dialog.getByRole('button', { name: 'Envoyer la demande' }).click();
      await expect(panel.getByText('Un administrateur va la traiter', { exact: false })).toBeVisible();
    };
    await ask();
    await panel.getByRole('button', { name: 'Retirer la demande' }).click();
    await expect(panel.getByText('Un administrateur va la traiter', { exact: false })).toHaveCount(0);
    await ask();
  });

  const row = administrator.page.getByRole('listitem').filter({ hasText: 'Dr Hélène Castaing' });
  await test.step('an administrator refuses with a reason: it is read, with who decided', async () => {
    await administrator.page.goto('/administration');
    await administrator.page.getByRole('link', { name: 'Effacements', exact: true }).click();
    await expect(row.getByText('À traiter')).toBeVisible();
    await look(administrator, 'erasures');
    await row.getByRole('button', { name: 'Refuser' }).click();
    const dialog = administrator.page.getByRole('dialog');
    await dialog.getByLabel(/^Motif/).fill('Une réunion vous attend demain.');
    await dialog.getByRole('button', { name: 'Refuser' }).click();
    await expect(row.getByText('Refusé', { exact: true })).toBeVisible();
    await page.reload();
    await expect(panel.getByText('Une réunion vous attend demain.')).toBeVisible();
    await expect(panel.getByText('Demande d’effacement traitée, par Mme Nadia Roussel')).toBeVisible();
    await look(doctor, 'refused');
  });

  await test.step('asked again and accepted: the screen closes within seconds, and the name stays', async () => {
    await panel.getByRole('button', { name: 'Demander l’effacement' }).click();
    const dialog = page.getByRole('dialog', { name: 'Demander l’effacement de mon compte' });
    await dialog.getByLabel(/^Votre adresse e-mail/).fill(newcomer.email);
    await dialog.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(panel.getByText('Un administrateur va la traiter', { exact: false })).toBeVisible();
    await administrator.page.reload();
    await row.first().getByRole('button', { name: 'Effacer le compte' }).click();
    await look(administrator, 'erase');
    await administrator.page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Effacer le compte', exact: true })
      .click();
    await expect(row.getByText('Effacé', { exact: true })).toBeVisible();
    await page.reload();
    await expect(page).toHaveURL(/\/connexion/);
    await administrator.page.getByRole('link', { name: 'Comptes', exact: true }).click();
    await administrator.page.getByRole('searchbox', { name: 'Rechercher un compte' }).fill('castaing');
    await expect(administrator.page.getByText('Aucun compte', { exact: true })).toBeVisible();
  });

  for (const { errors } of [doctor, administrator]) expect(errors).toEqual([]);
  await Promise.all([doctor, administrator].map(({ context }) => context.close()));
});
