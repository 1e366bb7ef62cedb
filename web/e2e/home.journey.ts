import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, type Person, test } from './fixtures.ts';
import { expectNoSidewaysScroll, expectSaved, section, write } from './screens.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

const patients = (page: Page) => page.getByRole('region', { name: 'Mes patients' });
const card = (page: Page, name: RegExp) =>
  patients(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name }) });

/** What a script does to prepare a scene, in somebody's name. */
async function command<Body>({ page }: Person, path: string, data: unknown): Promise<Body> {
  const answer = await page.context().request.post(path, { data: data as object });
  expect(answer.ok()).toBe(true);
  return (answer.status() === 204 ? undefined : await answer.json()) as Body;
}

async function accountOf({ page }: Person): Promise<string> {
  return ((await (await page.context().request.get('/api/me')).json()) as { accountId: string }).accountId;
}

/** On a computer and on a telephone, when asked for: to be looked at. */
async function shoot(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  const size = page.viewportSize();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${process.env.SHOTS}/home-${name}.png`, fullPage: true });
  await page.setViewportSize(phone.viewport);
  await page.screenshot({ path: `${process.env.SHOTS}/home-${name}-390.png`, fullPage: true });
  if (size) await page.setViewportSize(size);
}

// SC-26, SC-48 to SC-52, SC-77, SC-101
test('the dashboard counts, filters, searches and opens my patients', async ({ person }) => {
  const presenter = await person('presenter');
  const { page } = presenter;
  await page.goto('/');
  await expect(page.getByText('Dr Camille Durand', { exact: true })).toBeVisible();
  const total = page.getByText(/^\d+ patients$/);
  await expect(total).toBeVisible();
  await expect(card(page, /MOREL Jeanne/)).toContainText('RCP Digestif');
  await expect(card(page, /MOREL Jeanne/)).toContainText('Ajouté par vous');
  await presenter.expectAccessible();
  await shoot(page, 'dashboard');

  const caseId = (
    await command<{ caseId: string }>(presenter, '/api/cases', {
      birthName: 'Filtre',
      birthGivenName: 'Essai',
      birthDate: '1971-02-03',
      sex: 'F',
    })
  ).caseId;
  await command(presenter, `/api/cases/${caseId}/opinions`, {
    to: { kind: 'colleague', accountId: await accountOf(await person('outsider')) },
    question: 'Faut-il opérer ?',
  });
  await page.reload();
  await expect(card(page, /FILTRE Essai/)).toContainText('Demande en attente');
  await expect(card(page, /FILTRE Essai/)).toContainText('En préparation');
  await expect(page.getByRole('link', { name: /Reprendre la préparation du dossier de FILTRE/ })).toBeVisible();

  const answered = page.getByText('Demande répondue', { exact: true });
  await page.getByText('Demande en attente', { exact: true }).first().click();
  await expect(card(page, /FILTRE Essai/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Demande en attente' }).press('Space');
  await answered.first().click();
  await expect(card(page, /FILTRE Essai/)).toHaveCount(0);
  await presenter.expectAccessible();
  await page.getByRole('checkbox', { name: 'Demande répondue' }).press('Space');
  await expect(card(page, /FILTRE Essai/)).toBeVisible();

  const search = page.getByRole('searchbox', { name: 'Rechercher un patient' });
  await search.fill('personne');
  await expect(page.getByText('Aucun patient ne correspond')).toBeVisible();
  await search.fill('03/02/1971');
  await expect(page.getByText('1 résultat')).toBeVisible();
  await page.getByRole('link', { name: /^FILTRE Essai/ }).click();
  await expect(section(page, 'Anamnèse')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await expect(card(page, /FILTRE Essai/)).toBeVisible();
  await expectNoSidewaysScroll(page);
});

// SC-50
test('« Voir plus » adds the next patients and goes to the first of them', async ({ person }) => {
  const someone = await person('second_presenter');
  const { page } = someone;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (let index = 0; index < 52; index += 1)
    await command(someone, '/api/cases', {
      birthName: `Liste ${letters[Math.floor(index / 26)]}${letters[index % 26]}`,
      birthGivenName: 'Noé',
      birthDate: '1980-01-01',
      sex: 'M',
    });
  await page.goto('/');
  await page.getByRole('searchbox', { name: 'Rechercher un patient' }).fill('Liste');
  await expect(page.getByText('52 résultats')).toBeVisible();
  await expect(patients(page).getByRole('link', { name: /^LISTE/ })).toHaveCount(50);
  await page.getByRole('button', { name: 'Voir plus' }).click();
  await expect(patients(page).getByRole('link', { name: /^LISTE/ })).toHaveCount(52);
  await expect(patients(page).getByRole('link', { name: /^LISTE AB/ })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Voir plus' })).toHaveCount(0);
});

// SC-29, SC-33, SC-95, SC-96, SC-101
test('a colleague is asked an opinion, writes it beside the sheet, and gives it once', async ({ person }) => {
  const presenter = await person('presenter');
  const outsider = await person('outsider');
  const { page } = presenter;
  const { caseId } = await command<{ caseId: string }>(presenter, '/api/cases', {
    birthName: 'Question',
    birthGivenName: 'Rose',
    birthDate: '1966-06-06',
    sex: 'F',
  });

  await test.step('the presenter asks from the case', async () => {
    await page.goto(`/dossiers/${caseId}`);
    await write(page, 'Anamnèse', 'Lésion pigmentée du dos.');
    await expectSaved(page);
    await page.getByRole('button', { name: 'Demander un avis' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(dialog.getByText('Écrivez votre question.')).toBeVisible();
    await dialog.getByLabel(/^Confrère/).pressSequentially('Kerbrat');
    await page.getByRole('option', { name: /Kerbrat/ }).click();
    await dialog.getByLabel(/^Votre question/).fill('Exérèse d’emblée ?\nMarges ?');
    await presenter.expectAccessible();
    await shoot(page, 'ask');
    await dialog.getByRole('button', { name: 'Envoyer la demande' }).click();
    await expect(page.getByText('Votre demande est envoyée à Dr Paul Kerbrat.')).toBeVisible();
    const comments = page.getByRole('region', { name: 'Commentaires' });
    await expect(comments.getByText('Demande en attente')).toBeVisible();
    await expect(comments.getByText('Exérèse d’emblée ?')).toBeVisible();
    await shoot(page, 'comments');
  });

  await test.step('the colleague finds it, reads the sheet, writes, leaves and comes back to the draft', async () => {
    const { page: theirs } = outsider;
    await theirs.goto('/avis');
    await outsider.expectAccessible();
    await shoot(theirs, 'received');
    await theirs.getByRole('link', { name: /^QUESTION Rose/ }).click();
    await expect(theirs.getByText('Lésion pigmentée du dos.')).toBeVisible();
    await theirs.getByLabel(/^Votre avis/).fill('Oui, avec 1 cm');
    await expect(theirs.getByText('Brouillon gardé.')).toBeVisible();
    await outsider.expectAccessible();
    await shoot(theirs, 'answer');
    await theirs.goto('/avis');
    await expect(theirs.getByText('Reprendre mon avis commencé')).toBeVisible();
    await theirs.getByRole('link', { name: /^QUESTION Rose/ }).click();
    await expect(theirs.getByLabel(/^Votre avis/)).toHaveValue('Oui, avec 1 cm');
    await theirs.getByLabel(/^Votre avis/).fill('Oui, avec 1 cm de marge.');
  });

  await test.step('the opinion is sent after a question, and no longer changes', async () => {
    const { page: theirs } = outsider;
    await theirs.getByRole('button', { name: 'Envoyer mon avis' }).click();
    const dialog = theirs.getByRole('alertdialog');
    await expect(dialog.getByText('il ne change plus', { exact: false })).toBeVisible();
    await outsider.expectAccessible();
    await dialog.getByRole('button', { name: 'Envoyer définitivement' }).click();
    await expect(theirs.getByText('Votre avis est envoyé à Dr Camille Durand.')).toBeVisible();
    await expect(theirs.getByLabel(/^Votre avis/)).toHaveCount(0);
    await expect(theirs.getByText('Oui, avec 1 cm de marge.')).toBeVisible();
    await outsider.expectAccessible();
  });

  await test.step('the presenter’s open case shows it, and the dashboard counts it as answered', async () => {
    const comments = page.getByRole('region', { name: 'Commentaires' });
    await expect(comments.getByText('Oui, avec 1 cm de marge.')).toBeVisible();
    await expect(comments.getByText('Demande répondue')).toBeVisible();
    await presenter.expectAccessible();
    await page.goto('/avis?boite=envoyees');
    await expect(page.getByRole('heading', { name: 'Demandes envoyées' })).toBeVisible();
    await presenter.expectAccessible();
    await shoot(page, 'sent');
    await page.goto('/');
    await page.getByText('Demande répondue', { exact: true }).first().click();
    await expect(card(page, /QUESTION Rose/)).toContainText('Demande répondue');
  });
});

test('a request taken back closes the case to who was asked, and what they had begun stays on their screen', async ({
  person,
}) => {
  const presenter = await person('presenter');
  const outsider = await person('outsider');
  const { caseId } = await command<{ caseId: string }>(presenter, '/api/cases', {
    birthName: 'Retrait',
    birthGivenName: 'Rose',
    birthDate: '1966-06-06',
    sex: 'F',
  });
  const { opinionId } = await command<{ opinionId: string }>(presenter, `/api/cases/${caseId}/opinions`, {
    to: { kind: 'colleague', accountId: await accountOf(outsider) },
    question: 'Et ensuite ?',
  });
  await outsider.page.goto(`/avis/${caseId}/${opinionId}`);
  await outsider.page.getByLabel(/^Votre avis/).fill('Je pense que');
  await presenter.page.goto(`/dossiers/${caseId}`);
  await presenter.page.getByRole('button', { name: 'Retirer la demande' }).click();
  await presenter.expectAccessible();
  await presenter.page.getByRole('alertdialog').getByRole('button', { name: 'Retirer la demande' }).click();
  await expect(presenter.page.getByText('La demande faite à Dr Paul Kerbrat est retirée.')).toBeVisible();
  await expect(outsider.page.getByText('Cette demande d’avis ne vous est pas accessible')).toBeVisible();
  await expect(outsider.page.getByText('Je pense que')).toBeVisible();
});

// SC-25, SC-35
test('a cohort is made, filled from a case, shared, exported and deleted by typing its name', async ({ person }) => {
  const presenter = await person('presenter');
  const outsider = await person('outsider');
  const { page } = presenter;
  const { caseId } = await command<{ caseId: string }>(presenter, '/api/cases', {
    birthName: 'Cohorte',
    birthGivenName: 'Lise',
    birthDate: '1959-09-09',
    sex: 'F',
  });

  await test.step('it is created, empty', async () => {
    await page.goto('/cohortes');
    await presenter.expectAccessible();
    await page.getByRole('button', { name: 'Nouvelle cohorte' }).click();
    await page.getByRole('button', { name: 'Créer la cohorte' }).click();
    await expect(page.getByText('Donnez un nom à la cohorte.')).toBeVisible();
    await page.getByLabel(/^Nom/).fill('Étude Œsophage');
    await presenter.expectAccessible();
    await page.getByRole('button', { name: 'Créer la cohorte' }).click();
    await expect(page.getByRole('heading', { name: 'Étude Œsophage' })).toBeVisible();
    await expect(page.getByText('Aucun dossier à montrer')).toBeVisible();
    await presenter.expectAccessible();
  });

  await test.step('a case is added from its page', async () => {
    await page.goto(`/dossiers/${caseId}`);
    await page.getByRole('button', { name: 'Ajouter à une cohorte' }).click();
    await presenter.expectAccessible();
    await shoot(page, 'add-to-cohort');
    await page.getByRole('button', { name: 'Ajouter à « Étude Œsophage »' }).click();
    await expect(page.getByText('Le dossier est dans la cohorte « Étude Œsophage ».')).toBeVisible();
  });

  await test.step('shared, it shows a colleague how many cases they may not read, and none of them', async () => {
    await page.goto('/cohortes');
    await shoot(page, 'cohorts');
    await page.getByRole('link', { name: /^Étude Œsophage/ }).click();
    await page.getByLabel(/^Partager avec un confrère/).pressSequentially('Kerbrat');
    await page.getByRole('option', { name: /Kerbrat/ }).click();
    await page.getByRole('button', { name: 'Partager la cohorte' }).click();
    await expect(page.getByText('La cohorte est partagée avec Dr Paul Kerbrat.')).toBeVisible();
    await shoot(page, 'cohort');
    await outsider.page.goto(page.url());
    await expect(outsider.page.getByText('1 autre dossier', { exact: false })).toBeVisible();
    await expect(outsider.page.getByText('COHORTE Lise')).toHaveCount(0);
    await outsider.expectAccessible();
  });

  await test.step('its export is a file; a case taken out can be put back', async () => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Exporter (CSV)' }).click();
    const file = await (await downloading).path();
    expect(readFileSync(file, 'utf8')).toContain(`${caseId};COHORTE;LISE;`);
    await page.getByRole('button', { name: 'Retirer COHORTE Lise de la cohorte' }).click();
    await expect(page.getByText('Aucun dossier à montrer')).toBeVisible();
    await page.getByRole('button', { name: 'Remettre' }).click();
    await expect(page.getByRole('link', { name: /^COHORTE Lise/ })).toBeVisible();
    await presenter.expectAccessible();
  });

  await test.step('it is deleted once its name is typed', async () => {
    await page.getByRole('button', { name: 'Gérer' }).click();
    await page.getByRole('menuitem', { name: 'Supprimer la cohorte' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByLabel(/tapez son nom/).fill('Autre');
    await dialog.getByRole('button', { name: 'Supprimer la cohorte' }).click();
    await expect(dialog.getByText('Ce n’est pas le nom de la cohorte.')).toBeVisible();
    await presenter.expectAccessible();
    await dialog.getByLabel(/tapez son nom/).fill('étude oesophage');
    await dialog.getByRole('button', { name: 'Supprimer la cohorte' }).click();
    await expect(page.getByText('Aucune cohorte pour l’instant')).toBeVisible();
  });
});
