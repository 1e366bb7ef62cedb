import type { APIRequestContext } from '@playwright/test';
import { expect, type Person, test } from './fixtures.ts';
import { expectNoSidewaysScroll, expectSaved, section, write } from './screens.ts';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

async function post<Body>(request: APIRequestContext, path: string, data: unknown): Promise<Body> {
  const answer = await request.post(path, { data });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBeLessThan(300);
  return (answer.status() === 204 ? undefined : await answer.json()) as Body;
}

const questionnaire = [
  { type: 'text', key: 'motif', label: 'Motif de la demande', mandatory: true },
  { type: 'choice', key: 'statut', label: 'Statut tabagique', mandatory: true, choices: ['Jamais', 'Sevré', 'Actif'] },
  { type: 'number', key: 'vems', label: 'VEMS', mandatory: false, unit: 'litres' },
  { type: 'date', key: 'biopsie', label: 'Date de la biopsie', mandatory: false },
  { type: 'document', key: 'scanner', label: 'Compte-rendu du scanner', mandatory: true },
];
const labels = [
  { key: 'urgence', name: 'Urgence', urgent: true },
  { key: 'poumon', name: 'Poumon', urgent: false },
  { key: 'plevre', name: 'Plèvre', urgent: false },
];

let boards = 0;

/** Two published boards of the coordinator, one that asks a lot, each with dates to come. */
async function prepareBoards({ context }: Person): Promise<{ asking: string; plain: string; names: [string, string] }> {
  const { request } = context;
  boards += 1;
  const { organisationId } = await post<{ organisationId: string }>(request, '/api/organisations', {
    kind: 'establishment',
    name: `CHU de la Côte ${boards}`,
  });
  const create = async (name: string, more: object) => {
    const settings = { name, kind: 'rcp_oncologie', organisationIds: [organisationId], published: true, ...more };
    const { boardId } = await post<{ boardId: string }>(request, '/api/boards', settings);
    const date = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await post(request, `/api/boards/${boardId}/meetings`, {
      startsAt: `${date}T14:00`,
      rule: 'FREQ=WEEKLY;COUNT=3',
    });
    return boardId;
  };
  const names: [string, string] = [`RCP Thorax ${boards}`, `Staff Pneumologie ${boards}`];
  const asking = await create(names[0], {
    field: 'thoracique',
    place: 'Brest',
    labels,
    labelsMandatory: true,
    questionnaire,
  });
  return { asking, plain: await create(names[1], { kind: 'staff', field: 'pneumologie' }), names };
}

async function typeIdentity(page: Person['page'], [name, givenName, date]: [string, string, string]): Promise<void> {
  await page.getByLabel(/^Nom de naissance/).focus();
  for (const trait of [name, givenName, date]) {
    await page.keyboard.type(trait);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
}

// SC-58, SC-64, SC-65, SC-66, SC-67, SC-69, SC-70, SC-71, SC-72, SC-76, SC-77, OO-09, OO-10
for (const [where, options] of [
  ['desktop', { viewport: { width: 1280, height: 900 } }],
  ['phone', phone],
] as const)
  test(`a patient is presented to two boards in three steps, on a ${where}`, async ({ person }) => {
    const { asking, names } = await prepareBoards(await person('coordinator'));
    const presenter = await person('presenter', options);
    const { page } = presenter;
    await page.goto(`/presenter/${asking}`);
    await expect(page.getByRole('heading', { level: 1, name: `Présenter un patient · ${names[0]}` })).toBeVisible();
    await expect(page.getByRole('button', { name: /Date de la réunion/ })).toBeVisible();
    await presenter.expectAccessible();
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Suivant' }).click();
    await expect(page.getByText('Indiquez le nom de naissance', { exact: false })).toBeVisible();
    await typeIdentity(page, [where === 'phone' ? 'Kermorvan' : 'Tréguier', 'Odile', '14/02/1957']);
    await page.keyboard.press('Enter');

    await expect(page.getByRole('heading', { name: 'Préparer la présentation' })).toBeVisible();
    await expect(page.getByRole('link', { name: '1. Résumé clinique' })).toHaveAttribute('aria-current', 'step');
    await write(page, 'Diagnostic', 'Nodule du lobe supérieur droit');
    await write(page, 'Anamnèse', 'Toux depuis trois mois');
    await expectSaved(page);
    await presenter.expectAccessible();
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'Suivant' }).click();

    await expect(page.getByText(names[0])).toBeVisible();
    await page.getByRole('button', { name: 'Ajouter une réunion' }).click();
    await page.getByRole('combobox', { name: /RCP ou staff/ }).fill(names[1]);
    await page.getByRole('option', { name: new RegExp(names[1]) }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Date de la réunion/ })
      .click();
    await page.getByRole('option').first().click();
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    const chosen = page.getByRole('region', { name: 'Présentations' }).getByRole('listitem');
    await expect(chosen.filter({ hasText: names[1] })).toContainText('en préparation');
    await presenter.expectAccessible();
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'Suivant' }).click();

    await page.getByRole('button', { name: 'Créer mon patient' }).click();
    const missing = page.getByRole('alert').filter({ hasText: 'Il manque des éléments obligatoires' });
    await expect(missing.getByRole('link')).toHaveCount(5);
    await presenter.expectAccessible();
    await expectNoSidewaysScroll(page);
    await page.getByRole('checkbox', { name: 'Urgence (urgent)' }).press('Space');
    await page.getByLabel(/^Motif de la demande/).fill('Avis chirurgical');
    await page.getByRole('button', { name: /Statut tabagique/ }).click();
    await page.getByRole('option', { name: 'Sevré' }).click();
    await page.getByLabel(/^VEMS/).fill('beaucoup');
    await page.getByLabel(/^Date de la biopsie/).fill('09/01/2026');
    await expect(page.getByText('Il n’est pas encore enregistré', { exact: false })).toBeVisible();
    await page.getByLabel(/^VEMS/).fill('2,4');
    const scanner = { name: 'scanner.txt', mimeType: 'text/plain', buffer: Buffer.from('Scanner du 9 janvier') };
    await page
      .getByRole('group', { name: /^Compte-rendu du scanner/ })
      .locator('input[type=file]')
      .setInputFiles(scanner);
    await expect(missing.getByRole('link', { name: /Compte-rendu du scanner/ })).toHaveCount(0);
    const asked = page.getByRole('region', { name: names[0] });
    await expect(asked.getByText('Enregistré', { exact: true })).toBeVisible();
    await page.getByRole('radio', { name: 'Oralement' }).press('Space');
    await page.getByRole('radio', { name: /^Le patient ne s’oppose pas/ }).press('Space');
    await page.getByRole('button', { name: 'Enregistrer la réponse' }).click();
    await expect(page.getByText(/Informé le .* par .*, oralement/)).toBeVisible();
    await expect(missing).toHaveCount(0);

    // Left and taken up again: everything is still there.
    await page.getByRole('link', { name: 'Reprendre plus tard' }).click();
    await expect(page.getByText('Ce dossier est en préparation', { exact: false })).toBeVisible();
    await presenter.expectAccessible();
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: 'Reprendre', exact: true }).click();
    await expect(section(page, 'Anamnèse')).toContainText('Toux depuis trois mois');
    await page.getByRole('link', { name: '3. Infos complémentaires' }).click();
    await expect(page.getByLabel(/^Motif de la demande/)).toHaveValue('Avis chirurgical');
    await expect(page.getByLabel(/^Date de la biopsie/)).toHaveValue('09/01/2026');
    await expect(page.getByRole('checkbox', { name: 'Urgence (urgent)' })).toBeChecked();
    await page.getByRole('button', { name: 'Créer mon patient' }).click();

    await expect(page.getByRole('heading', { name: 'Dossier patient' })).toBeVisible();
    const lines = page.getByRole('region', { name: 'Présentations' }).getByRole('listitem');
    await expect(lines.filter({ hasText: names[0] })).toContainText('inscrit');
    await expect(lines.filter({ hasText: names[1] })).toContainText('inscrit');

    const secretary = await person('coordinator', options);
    await secretary.page.goto(page.url());
    await expect(secretary.page.getByRole('region', { name: 'Présentations' })).toContainText(names[0]);
  });

// SC-55, SC-58
test('who is not signed in lands on the new patient once they are', async ({ person }) => {
  const { plain, names } = await prepareBoards(await person('coordinator'));
  const { page } = await person();
  await page.goto(`/presenter/${plain}`);
  await page.getByRole('button', { name: /Camille Durand/i }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Présenter un patient · ${names[1]}` })).toBeVisible();
  await expect(page.getByLabel(/^Nom de naissance/)).toBeVisible();
});

// domain.md 4.3; PRE-1, PRE-3
test('a patient who may be known is shown before anything is created', async ({ person }) => {
  const presenter = await person('presenter', phone);
  const { page } = presenter;
  const name = 'Quiniou';
  await page.goto('/patients/nouveau');
  await typeIdentity(page, [name, 'Hervé', '04/07/1949']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Préparer la présentation' })).toBeVisible();
  const first = page.url();
  await page.goto('/patients/nouveau');
  await typeIdentity(page, ['Quinio', 'Hervé', '04/07/1949']);
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Un patient proche existe déjà' });
  await expect(question).toContainText('identité proche');
  await expect(question.getByRole('button', { name: 'Créer un autre patient' })).toBeDisabled();
  await presenter.expectAccessible();
  await expectNoSidewaysScroll(page);
  await question.getByRole('button', { name: 'Revenir à la saisie' }).click();
  await expect(page.getByLabel(/^Nom de naissance/)).toHaveValue('Quinio');
  await page.getByLabel(/^Nom de naissance/).fill(name);
  await page.getByRole('button', { name: 'Suivant' }).click();
  const same = page.getByRole('alertdialog', { name: 'Un patient a déjà cette identité' });
  await expect(same).toContainText('mêmes traits d’identité');
  await same.getByRole('button', { name: /^Nouveau dossier pour/ }).click();
  await expect(page.getByRole('heading', { name: 'Préparer la présentation' })).toBeVisible();
  expect(page.url()).not.toBe(first);
});

// SC-63; domain.md 6.1; PRE-10, PRE-11
test('an objection stops the presentation in clear words, and an existing case is chosen for a board', async ({
  person,
}) => {
  const { plain, names } = await prepareBoards(await person('coordinator'));
  const presenter = await person('presenter');
  const { page } = presenter;
  const { caseId } = await post<{ caseId: string }>(presenter.context.request, '/api/cases', {
    birthName: 'Bourhis',
    birthGivenName: 'Louis',
    birthDate: '1944-03-09',
    sex: 'M',
  });
  await page.goto(`/presenter/${plain}`);
  await page.getByRole('radio', { name: 'Choisir un dossier existant' }).press('Space');
  await page.getByRole('searchbox', { name: 'Rechercher un de mes dossiers' }).fill('bourhis');
  await presenter.expectAccessible();
  await page.getByRole('button', { name: /^Choisir le dossier de/ }).click();
  await expect(page.getByRole('heading', { name: 'Préparer la présentation' })).toBeVisible();
  await page.goto(`/dossiers/${caseId}/preparation?etape=3`);
  await page.getByRole('radio', { name: 'Par écrit' }).press('Space');
  await page.getByRole('radio', { name: /^Le patient s’oppose/ }).press('Space');
  await page.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  await page.getByRole('button', { name: 'Enregistrer l’opposition' }).click();
  await expect(page.getByText('Le patient s’est opposé : son dossier ne peut pas être présenté')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Créer mon patient' })).toHaveCount(0);
  await presenter.expectAccessible();
  await page.goto(`/dossiers/${caseId}`);
  await expect(page.getByRole('region', { name: 'Présentations' })).toContainText('retiré');
  await expect(page.getByRole('region', { name: 'Présentations' })).toContainText(names[1]);
});

test('what could not be saved is said, kept, and sent again', async ({ person }) => {
  const { asking } = await prepareBoards(await person('coordinator'));
  const presenter = await person('presenter');
  const { page } = presenter;
  const { request } = presenter.context;
  const { caseId } = await post<{ caseId: string }>(request, '/api/cases', {
    birthName: 'Salaun',
    birthGivenName: 'Rozenn',
    birthDate: '1966-10-30',
    sex: 'F',
  });
  const dates = (await (await request.get(`/api/boards/${asking}/meetings`)).json()) as { meetingId: string }[];
  await post(request, `/api/cases/${caseId}/presentations`, { meetingId: dates[0]?.meetingId });
  await page.goto(`/dossiers/${caseId}/preparation?etape=3`);
  await page.route('**/presentations/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await page.getByLabel(/^Motif de la demande/).fill('Avis avant chirurgie');
  await expect(page.getByText('Non enregistré.', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: '2. Télé-expertises' }).click();
  await page.getByRole('link', { name: '3. Infos complémentaires' }).click();
  await expect(page.getByLabel(/^Motif de la demande/)).toHaveValue('Avis avant chirurgie');
  await page.unroute('**/presentations/*');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(page.getByText('Enregistré', { exact: true }).last()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(/^Motif de la demande/)).toHaveValue('Avis avant chirurgie');
});
