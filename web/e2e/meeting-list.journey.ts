import type { Me, MeetingDetail } from '@concertation/shared/contracts';
import { type APIRequestContext, expect as expectApi } from '@playwright/test';
import { expect, type Person, Product, test as base } from './fixtures.ts';
import { expectNoSidewaysScroll, expectSaved, report, write } from './screens.ts';

/** On a product of its own: other journeys count the meetings and notifications of the same people. */
const test = base.extend<object, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = new Product();
      await product.start();
      await use(product);
      await product.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const shots = process.env.SHOTS;
const shoot = async ({ page }: Person, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/meeting-list-${name}.png` });
};

async function get<Body>(request: APIRequestContext, path: string): Promise<Body> {
  const answer = await request.get(path);
  expectApi(answer.ok(), path).toBe(true);
  return (await answer.json()) as Body;
}

/** Asks in somebody's name what must be granted. */
async function post<Body>({ context: { request } }: Person, path: string, data: unknown): Promise<Body> {
  const answer = await request.post(path, { data });
  expectApi(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as Body;
}

const dayMs = 86_400_000;
/** A board with one secretary, first of `people`, and the quorum that a test needs. */
async function ownBoard(coordinator: Person, people: Person[], name: string, quorum: unknown = null): Promise<string> {
  const organisation = { kind: 'establishment', name: `CHU ${name}` };
  const { organisationId } = await post<{ organisationId: string }>(coordinator, '/api/organisations', organisation);
  const settings = { kind: 'rcp_oncologie', name, organisationIds: [organisationId], quorum };
  const { boardId } = await post<{ boardId: string }>(coordinator, '/api/boards', settings);
  for (const [at, { context }] of people.entries()) {
    const { accountId } = await get<Me>(context.request, '/api/me');
    await post(coordinator, `/api/boards/${boardId}/members`, { accountId, role: at === 0 ? 'secretary' : 'member' });
  }
  return boardId;
}

async function planMeeting(secretary: Person, boardId: string, days: number): Promise<string> {
  const startsAt = new Date(Date.now() + days * dayMs).toISOString().slice(0, 16);
  const plan = { startsAt };
  const { meetingIds } = await post<{ meetingIds: string[] }>(secretary, `/api/boards/${boardId}/meetings`, plan);
  return meetingIds[0] as string;
}

async function presentNew(presenter: Person, meetingId: string, birthName: string, birthDate: string): Promise<void> {
  const patient = { birthName, birthGivenName: 'Claude', birthDate, sex: 'F' };
  const { caseId } = await post<{ caseId: string }>(presenter, '/api/cases', patient);
  await post(presenter, `/api/meetings/${meetingId}/presentations`, { caseId });
}

const readMeeting = ({ context }: Person, meetingId: string) =>
  get<MeetingDetail>(context.request, `/api/meetings/${meetingId}`);

const row = ({ page }: Person, name: string) => page.getByRole('listitem').filter({ hasText: name }).first();
const menu = async (someone: Person, name: string, entry: RegExp) => {
  await someone.page.getByRole('button', { name: new RegExp(`Actions sur le dossier ${name}`) }).click();
  await someone.page.getByRole('menuitem', { name: entry }).click();
};

// SC-63, SC-85, SC-87
test('the secretary prepares a list: ready or not, reminded, planned, ordered, postponed, removed', async ({
  person,
}) => {
  const secretary = await person('secretary');
  const presenter = await person('presenter');
  const { page } = secretary;
  const boardId = await ownBoard(await person('coordinator'), [secretary, presenter], 'RCP Essai liste');
  const meetingId = await planMeeting(secretary, boardId, 7);
  await planMeeting(secretary, boardId, 21);
  for (const [birthName, birthDate] of [
    ['Essai Zéro', '1960-02-03'],
    ['Essai Un', '1961-02-03'],
    ['Essai Deux', '1962-02-03'],
  ] as const)
    await presentNew(presenter, meetingId, birthName, birthDate);
  await page.goto(`/reunions/${meetingId}`);
  const one = row(secretary, 'ESSAI UN');

  await test.step('what is missing is said in words, and one press tells the presenter', async () => {
    await expect(one.getByText('non prêt')).toBeVisible();
    await expect(
      one.getByText('Il manque : le diagnostic, l’anamnèse, la question posée, l’information du patient.'),
    ).toBeVisible();
    await shoot(secretary, 'planned');
    await secretary.expectAccessible();
    await one.getByRole('button', { name: /^Relancer Dr Camille Durand/ }).click();
    await expect(page.getByText('Dr Camille Durand est prévenu de ce qui manque.')).toBeVisible();
    await one.getByRole('button', { name: /^Relancer Dr Camille Durand/ }).click();
    await expect(page.getByText('a déjà été relancé il y a moins d’une heure', { exact: false })).toBeVisible();
  });

  await test.step('time and urgency', async () => {
    await menu(secretary, 'ESSAI UN', /Durée prévue/);
    await page
      .getByRole('dialog')
      .getByLabel(/^Minutes/)
      .fill('0');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page.getByText('Écrivez un nombre de minutes, de 1 à 240.')).toBeVisible();
    await page
      .getByRole('dialog')
      .getByLabel(/^Minutes/)
      .fill('15');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(one.getByText(/15 minutes, vers/)).toBeVisible();
    await menu(secretary, 'ESSAI UN', /Marquer urgent/);
    await expect(one.getByText('urgent', { exact: true })).toBeVisible();
  });

  await test.step('ordered by arrows, and by the keyboard alone at the handle', async () => {
    await page.getByRole('button', { name: 'Réordonner' }).click();
    const rows = page.getByRole('grid', { name: 'Dossiers' }).getByRole('row');
    const last = (await rows.count()) - 1;
    await expect(rows.nth(last)).toContainText('ESSAI DEUX');
    await page.getByRole('button', { name: /Monter ESSAI DEUX/ }).click();
    await expect(rows.nth(last - 1)).toContainText('ESSAI DEUX');
    await shoot(secretary, 'ordering');
    await secretary.expectAccessible();
    await page.getByRole('button', { name: /Prendre ESSAI DEUX/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(rows.nth(last)).toContainText('ESSAI DEUX');
    await page.getByRole('button', { name: 'Terminer', exact: true }).click();
    const server = await readMeeting(secretary, meetingId);
    expect(server.presentations.at(-1)?.patient.birthName).toBe('ESSAI DEUX');
  });

  await test.step('an « enregistrement » names its référentiel, and has its own view', async () => {
    await menu(secretary, 'ESSAI DEUX', /Passer en enregistrement/);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Référentiel/).fill('TNCD, cancer du côlon');
    await dialog.getByRole('button', { name: 'Passer en enregistrement' }).click();
    await expect(dialog.getByText('À renseigner.')).toBeVisible();
    await dialog.getByLabel(/^Version/).fill('2025-2');
    await dialog.getByLabel(/^Date/).fill('01/06/2025');
    await shoot(secretary, 'registration');
    await secretary.expectAccessible();
    await dialog.getByRole('button', { name: 'Passer en enregistrement' }).click();
    await expect(row(secretary, 'ESSAI DEUX')).toHaveCount(0);
    await page.getByRole('button', { name: 'Enregistrement (1)' }).click();
    await row(secretary, 'ESSAI DEUX')
      .getByRole('button', { name: /ESSAI DEUX/ })
      .first()
      .click();
    await expect(
      page.getByText('Enregistrement selon TNCD, cancer du côlon, version 2025-2, du 01/06/2025.'),
    ).toBeVisible();
    await page.getByRole('button', { name: /À discuter/ }).click();
  });

  await test.step('a case is postponed with its reason; what was typed stays when something is missing', async () => {
    await menu(secretary, 'ESSAI UN', /Reporter/);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Motif du report/).fill('Le chirurgien est absent');
    await dialog.getByRole('button', { name: 'Reporter', exact: true }).click();
    await expect(dialog.getByText('À renseigner.')).toBeVisible();
    await expect(dialog.getByLabel(/^Motif du report/)).toHaveValue('Le chirurgien est absent');
    await dialog.getByRole('button', { name: /Réunion ultérieure/ }).click();
    await page.getByRole('option').first().click();
    await shoot(secretary, 'postpone');
    await secretary.expectAccessible();
    await dialog.getByRole('button', { name: 'Reporter', exact: true }).click();
    await expect(page.getByText(/ESSAI UN Claude est reporté au/)).toBeVisible();
    await expect(row(secretary, 'ESSAI UN')).toHaveCount(0);
  });

  await test.step('a case is removed after a question', async () => {
    await page.getByRole('button', { name: 'Enregistrement (1)' }).click();
    await menu(secretary, 'ESSAI DEUX', /Retirer de la liste/);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Annuler' }).click();
    await menu(secretary, 'ESSAI DEUX', /Retirer de la liste/);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Retirer', exact: true }).click();
    await expect(page.getByText('ESSAI DEUX Claude est retiré de la liste.')).toBeVisible();
  });
});

// SC-84
test('a running meeting says who is missing; a report is validated by derogation, and the next time shows what changed', async ({
  person,
}) => {
  const secretary = await person('secretary');
  const coordinator = await person('coordinator');
  const presenter = await person('presenter');
  const { page } = secretary;
  const quorum = { specialties: 2, rules: [{ anyOf: ['Génétique médicale'], minimum: 1 }] };
  const boardId = await ownBoard(coordinator, [secretary, presenter], 'RCP Essai quorum', quorum);
  const meetingId = await planMeeting(secretary, boardId, 8);
  await presentNew(presenter, meetingId, 'Essai Quorum', '1963-02-03');
  const name = 'ESSAI QUORUM';
  await page.goto(`/reunions/${meetingId}`);
  await page.getByRole('button', { name: 'Premier dossier' }).click();
  await expect(page).toHaveTitle(new RegExp(name));

  await test.step('quorum and clock, live', async () => {
    const status = page.getByRole('region', { name: new RegExp(name) });
    await expect(status.getByText('Quorum non atteint')).toBeVisible();
    await expect(
      status.getByText('aucun professionnel prenant en charge le patient n’est présent').first(),
    ).toBeVisible();
    await expect(status.getByText('Génétique médicale').first()).toBeVisible();
    await expect(page.getByRole('timer')).toContainText(/0 min \d\d s sur/);
    await page.getByRole('button', { name: 'Noter Dr Camille Durand présent dans la salle' }).click();
    await expect(page.getByText('aucun professionnel prenant en charge le patient')).toHaveCount(0);
    await shoot(secretary, 'running');
    await secretary.expectAccessible();
  });

  await test.step('validated without the quorum, for a reason', async () => {
    await page.getByRole('button', { name: 'Mettre en discussion' }).click();
    await write(report(page), 'Proposition de la RCP', 'Surveillance.');
    await expectSaved(page);
    await page.getByRole('button', { name: 'Valider', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading', { name: 'Quorum non atteint' })).toBeVisible();
    await expect(dialog.getByText('Génétique médicale')).toBeVisible();
    await dialog.getByRole('button', { name: 'Valider par dérogation' }).click();
    await expect(dialog.getByText('Indiquez le motif (3 caractères au moins).')).toBeVisible();
    await dialog.getByLabel(/^Motif de la dérogation/).fill('Avis génétique recueilli la veille');
    await shoot(secretary, 'quorum');
    await secretary.expectAccessible();
    await dialog.getByRole('button', { name: 'Valider par dérogation' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(report(page).getByText('validé', { exact: true })).toBeVisible();
  });

  await test.step('once frozen, what changes on the sheet is told', async () => {
    await page.getByRole('button', { name: 'Depuis la dernière RCP' }).click();
    await expect(page.getByText('Aucun compte-rendu de ce dossier n’a encore été figé.')).toBeVisible();
    const [first] = (await readMeeting(secretary, meetingId)).presentations;
    const check = { by: 'identity', birthName: name, birthDate: '1963-02-03' };
    await post(coordinator, `/api/reports/${first?.reportId}/freeze`, { check, derogation: 'Relu en séance' });
    await page.getByRole('button', { name: 'Depuis la dernière RCP' }).click();
    await page.getByLabel('Motif', { exact: true }).fill('Récidive locale');
    await expectSaved(page);
    await page.getByRole('button', { name: 'Depuis la dernière RCP' }).click();
    await expect(page.locator('ins', { hasText: 'Récidive locale' })).toBeVisible();
    await shoot(secretary, 'since');
    await secretary.expectAccessible();
  });

  await test.step('on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page
      .getByRole('navigation', { name: 'Parties de l’écran' })
      .getByRole('button', { name: 'Dossiers' })
      .click();
    await expectNoSidewaysScroll(page);
    await shoot(secretary, 'phone-list');
    await page.getByRole('navigation', { name: 'Parties de l’écran' }).getByRole('button', { name: 'Fiche' }).click();
    await expectNoSidewaysScroll(page);
    await shoot(secretary, 'phone-sheet');
    const next = await planMeeting(secretary, boardId, 15);
    await presentNew(presenter, next, 'Essai Prévu', '1964-02-03');
    await page.goto(`/reunions/${next}`);
    await expect(page.getByRole('heading', { name: 'Dossiers' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await shoot(secretary, 'phone-planned');
    await secretary.expectAccessible();
  });
});
