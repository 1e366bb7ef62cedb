import { expect, test } from './fixtures.ts';
import { press, reach } from './keys.ts';
import { report, section } from './screens.ts';

test('from sign-in to a frozen report without a mouse', async ({ person }) => {
  const { page } = await person();
  await page.goto('/');
  await press(page, page.getByRole('button', { name: /Pr Hélène Vasseur/ }));
  await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Rejoindre la réunion' }));
  await press(page, page.getByRole('button', { name: /D'ANGELO Maria/ }).first());
  await expect(page).toHaveTitle(/D'ANGELO Maria/);

  await press(page, page.getByRole('button', { name: 'Préremplir depuis la fiche' }));
  const proposal = section(report(page), 'Proposition de la RCP');
  await reach(page, proposal);
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Surveillance.');
  await expect(proposal.locator('strong')).toHaveText('Surveillance.');
  await page.keyboard.press('Escape');

  await reach(page, page.getByRole('button', { name: /Décision \(/ }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Surv');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Surveillance Décision/ })).toBeVisible();

  await press(page, page.getByRole('button', { name: 'Figer le compte-rendu' }));
  const dialog = page.getByRole('alertdialog');
  await reach(page, dialog.getByLabel(/Motif pour figer malgré tout/));
  await page.keyboard.type('Dossier relu en séance.');
  await reach(page, dialog.getByLabel(/^Nom de naissance/));
  await page.keyboard.type("d'angelo");
  await reach(page, dialog.getByLabel(/^Date de naissance/));
  await page.keyboard.type('09/01/1962');
  await press(page, dialog.getByRole('button', { name: 'Figer définitivement' }));
  await expect(page.getByRole('button', { name: 'Télécharger le PDF' })).toBeVisible({ timeout: 30_000 });
});
