import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { addVirtualAuthenticator, expect, test } from './fixtures.ts';
import { expectSaved, joinMeeting, report, section, write } from './screens.ts';

// The main job: two presenters, a secretary and a coordinator, from sign-in to a signed PDF. SC-94 to SC-97.
test('two presenters and a secretary write; the coordinator freezes; the presenter holds a signed PDF', async ({
  person,
}, testInfo) => {
  const presenter = await person();
  const second = await person('second_presenter');
  const secretary = await person('secretary');
  const coordinator = await person('coordinator');

  await test.step('the presenter signs in, adds a passkey, and signs in with it', async () => {
    const { page } = presenter;
    await addVirtualAuthenticator(presenter);
    await page.goto('/');
    await page.getByRole('button', { name: /Dr Camille Durand/ }).click();
    await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
    await presenter.expectAccessible();
    // SC-53, SC-54
    await page.getByRole('button', { name: /Menu du compte/ }).click();
    await page.getByRole('menuitem', { name: 'Connexion sécurisée ?' }).click();
    await page.getByLabel('Nom de la clé').fill('Ordinateur du bureau');
    await page.getByRole('button', { name: 'Confirmer' }).click();
    await expect(page.getByText('La clé « Ordinateur du bureau » est ajoutée.')).toBeVisible();
    await page.getByRole('button', { name: /Menu du compte/ }).click();
    // The invented finger takes up by itself whatever the address field proposes: here the browser proposes nothing.
    await page.evaluate(() => {
      PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
    });
    await page.getByRole('menuitem', { name: 'Déconnexion' }).click();
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await expect(page.getByRole('heading', { name: 'Tableau de bord' })).toBeVisible();
  });

  await test.step('everybody joins; the secretary moves to the first case with one key; all are taken there', async () => {
    for (const someone of [presenter, second, secretary, coordinator]) await joinMeeting(someone);
    await secretary.page.keyboard.press('Alt+ArrowDown');
    for (const { page } of [presenter, second, secretary, coordinator]) {
      await expect(page.getByText('MOREL Jeanne').first()).toBeVisible();
      await expect(section(page, 'Anamnèse')).toBeVisible();
      await expect(page).toHaveTitle(/MOREL Jeanne/);
    }
    await expect(secretary.page.getByText('4 personnes présentes')).toBeVisible();
    await secretary.expectAccessible();
  });

  await test.step('two presenters write in the same section at once, and both texts stand on every screen', async () => {
    await Promise.all([
      write(presenter.page, 'Question posée', ' Chirurgie première ?'),
      write(second.page, 'Anamnèse', ' Pas d’allergie connue.'),
    ]);
    for (const { page } of [presenter, second, secretary]) {
      await expect(section(page, 'Question posée')).toContainText('Chirurgie première ?');
      await expect(section(page, 'Anamnèse')).toContainText('Pas d’allergie connue.');
    }
    await expectSaved(presenter.page);
    await expectSaved(second.page);
  });

  await test.step('the secretary prefills the report, writes the proposal and validates', async () => {
    const { page } = secretary;
    await page.getByRole('button', { name: 'Préremplir depuis la fiche' }).click();
    await expect(section(report(page), 'Question posée')).toContainText('Chirurgie première ?');
    await page.getByRole('button', { name: 'Mettre en discussion' }).click();
    await write(
      report(page),
      'Proposition de la RCP',
      'Chimiothérapie péri-opératoire puis chirurgie, à six semaines.',
    );
    await expect(section(report(coordinator.page), 'Proposition de la RCP')).toContainText('à six semaines.');
    await page.getByRole('button', { name: /Décision \(/ }).click();
    await page.getByRole('option', { name: 'Traitement' }).click();
    await page.getByRole('button', { name: /Dossier complet/ }).click();
    await page.getByRole('option', { name: 'Oui' }).click();
    await expectSaved(page);
    // SC-84: the radiotherapist, without whom there is no quorum, sits in the room without a screen.
    await page.getByRole('button', { name: 'Noter Dr Antoine Ferrand présent dans la salle' }).click();
    await expect(page.getByText('Quorum non atteint')).toHaveCount(0);
    await page.getByRole('button', { name: 'Valider' }).click();
    await expect(coordinator.page.getByText('Le texte est relu.', { exact: false })).toBeVisible();
  });

  await test.step('the coordinator freezes after the identity check; a wrong identity is refused', async () => {
    const { page } = coordinator;
    await page.getByRole('button', { name: 'Figer le compte-rendu' }).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog.getByText('Rien ne manque.')).toBeVisible();
    await coordinator.expectAccessible();
    await dialog.getByLabel(/^Nom de naissance/).fill('Durand');
    await dialog.getByLabel(/^Date de naissance/).fill('14/03/1958');
    await dialog.getByRole('button', { name: 'Figer définitivement' }).click();
    await expect(dialog.getByText('Ne correspond pas au patient', { exact: false }).first()).toBeVisible();
    await dialog.getByLabel(/^Nom de naissance/).fill('Morel');
    await dialog.getByRole('button', { name: 'Figer définitivement' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Télécharger le PDF' })).toBeVisible({ timeout: 30_000 });
    await expect(secretary.page.getByRole('button', { name: 'Télécharger le PDF' })).toBeVisible();
    await expect(section(report(secretary.page), 'Proposition de la RCP')).not.toBeEditable();
  });

  // PRV-8
  await test.step('anybody who reads it sees who wrote each passage, by pointer or by keyboard', async () => {
    const { page } = secretary;
    await page.getByRole('button', { name: 'Qui a écrit ceci' }).click();
    const dialog = page.getByRole('dialog', { name: 'Qui a écrit ceci' });
    await dialog.getByRole('button', { name: /Chimiothérapie péri-opératoire/ }).focus();
    await expect(dialog.getByRole('status')).toHaveText(/^Mme .*, pendant la réunion/);
    await dialog.getByRole('button', { name: /Chirurgie première/ }).click();
    await expect(dialog.getByRole('status')).toHaveText(/^Repris de la fiche \(Question posée\) par Mme/);
    await secretary.expectAccessible();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/provenance.png` });
    await page.keyboard.press('Escape');
  });

  await test.step('the presenter finds it in « commentaires » and an independent program calls it valid', async () => {
    const { page } = presenter;
    await page.goto('/');
    await page.getByRole('link', { name: /MOREL Jeanne/ }).click();
    await expect(page.getByRole('heading', { name: 'Commentaires' })).toBeVisible();
    const downloading = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /Télécharger le PDF du compte-rendu/ })
      .first()
      .click();
    const file = testInfo.outputPath('report.pdf');
    await (await downloading).saveAs(file);
    const check = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
    expect(check.stdout).toContain('Signature is Valid');
    expect(check.stdout).toContain('Total document signed');
    const words = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).stdout;
    expect(words.replace(/\s+/g, ' ')).toContain('Chimiothérapie péri-opératoire puis chirurgie, à six semaines.');
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 3)]! ^= 1;
    const altered = testInfo.outputPath('altered.pdf');
    writeFileSync(altered, bytes);
    expect(spawnSync('pdfsig', ['-nocert', altered], { encoding: 'utf8' }).stdout).not.toContain('Signature is Valid');
  });

  await test.step('the outsider finds nothing', async () => {
    const outsider = await person('outsider');
    const address = presenter.page.url();
    await outsider.page.goto(address);
    await expect(outsider.page.getByText('Ce dossier ne vous est pas accessible')).toBeVisible();
    await outsider.page.goto('/');
    await expect(outsider.page.getByText(/^\d+ patients?$|Aucun patient/).first()).toBeVisible();
    await outsider.page.waitForLoadState('networkidle');
    await expect(outsider.page.getByText('MOREL')).toHaveCount(0);
  });
});

// OO-39, OO-40: the coordinator's case is on everybody's screen, sheet and documents with it; nobody shares a window.
test('one looks elsewhere while the meeting goes on, and comes back with « Suivre »', async ({ person }) => {
  const secretary = await person('secretary');
  const expert = await person('expert');
  await joinMeeting(secretary);
  await joinMeeting(expert);
  await expert.page
    .getByRole('button', { name: /LE GUEN Yves/ })
    .first()
    .click();
  await expect(expert.page).toHaveTitle(/LE GUEN Yves/);
  await secretary.page
    .getByRole('button', { name: /BENALI Karim/ })
    .first()
    .click();
  await secretary.page.getByRole('button', { name: 'Mettre ce dossier en discussion' }).click();
  await expect(secretary.page).toHaveTitle(/BENALI Karim/);
  await expect(expert.page.getByText('En discussion : BENALI Karim', { exact: false }).first()).toBeVisible();
  await expect(expert.page).toHaveTitle(/LE GUEN Yves/);
  await expert.page.getByRole('button', { name: 'Suivre' }).click();
  await expect(expert.page).toHaveTitle(/BENALI Karim/);
});
