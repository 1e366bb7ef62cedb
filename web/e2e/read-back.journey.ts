import type { Me } from '@concertation/shared/contracts';
import type { Page } from '@playwright/test';
import { expect, type Person, Product, test as base } from './fixtures.ts';
import { press, reach } from './keys.ts';
import { expectNoSidewaysScroll, expectSaved, report, write } from './screens.ts';

/** On a product of its own, with a board of its own: the meeting's list is known from end to end. */
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
const shoot = async (page: Page, name: string, fullPage = false) => {
  if (shots) await page.screenshot({ path: `${shots}/read-back-${name}.png`, fullPage });
};

/** Asks in somebody's name what must be granted. */
async function ask<Body>({ context: { request } }: Person, path: string, data?: unknown): Promise<Body> {
  const answer = data === undefined ? await request.get(path) : await request.post(path, { data });
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as Body;
}

async function planMeeting(coordinator: Person, secretary: Person, members: Person[]): Promise<string> {
  const name = 'RCP Relecture';
  const { organisationId } = await ask<{ organisationId: string }>(coordinator, '/api/organisations', {
    kind: 'establishment',
    name: 'CHU Relecture',
  });
  const settings = { kind: 'rcp_oncologie', name, organisationIds: [organisationId], quorum: null };
  const { boardId } = await ask<{ boardId: string }>(coordinator, '/api/boards', settings);
  for (const one of [secretary, ...members]) {
    const { accountId } = await ask<Me>(one, '/api/me');
    const role = one === secretary ? 'secretary' : 'member';
    await ask(coordinator, `/api/boards/${boardId}/members`, { accountId, role });
  }
  // Days ahead: the list of a meeting closes before its day.
  const startsAt = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16);
  const { meetingIds } = await ask<{ meetingIds: string[] }>(secretary, `/api/boards/${boardId}/meetings`, {
    startsAt,
  });
  return meetingIds[0] as string;
}

const readBack = (page: Page) => report(page).getByRole('region', { name: 'Relecture', exact: true });

async function choose(page: Page, field: RegExp, option: string): Promise<void> {
  await report(page).getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Everything that a freeze asks for, written by the secretary in the report on the screen. */
async function complete(page: Page, proposal: string): Promise<void> {
  await page.getByRole('button', { name: 'Mettre en discussion' }).click();
  await write(report(page), 'Question posée', 'Quelle suite ?');
  await write(report(page), 'Proposition de la RCP', proposal);
  await choose(page, /Décision \(/, 'Traitement');
  await choose(page, /Dossier complet/, 'Oui');
  await expectSaved(page);
}

test('the decision is read back to each specialty, and the reports are frozen in one go at the end', async ({
  person,
}) => {
  // Four people, who write in turn.
  test.setTimeout(300_000);
  const coordinator = await person('coordinator');
  const secretary = await person('secretary');
  const presenter = await person('presenter');
  const expert = await person('expert');
  const meetingId = await planMeeting(coordinator, secretary, [presenter, expert]);
  for (const [birthName, birthDate] of [
    ['Relecture Un', '1951-02-03'],
    ['Relecture Deux', '1952-02-03'],
    ['Relecture Trois', '1953-02-03'],
  ] as const) {
    const patient = { birthName, birthGivenName: 'Claude', birthDate, sex: 'F' };
    const { caseId } = await ask<{ caseId: string }>(presenter, '/api/cases', patient);
    await ask(presenter, `/api/meetings/${meetingId}/presentations`, { caseId });
  }
  for (const { page } of [secretary, presenter, expert, coordinator]) {
    await page.goto(`/reunions/${meetingId}`);
    await expect(page.getByRole('heading', { level: 1, name: 'RCP Relecture' })).toBeVisible();
  }

  await test.step('the exact words are on everybody’s screen; one agrees, one dissents and says why', async () => {
    await secretary.page.getByRole('button', { name: 'Premier dossier' }).click();
    await expect(secretary.page).toHaveTitle(/RELECTURE UN/);
    await expect(readBack(secretary.page)).toHaveCount(0);
    await complete(secretary.page, 'Hépatectomie gauche');
    const words = readBack(presenter.page).getByRole('region', { name: 'Décision soumise à relecture' });
    await expect(words).toContainText('Hépatectomie gauche');
    await expect(words).toContainText('Traitement');
    await readBack(presenter.page).getByRole('button', { name: 'Je suis d’accord' }).press('Enter');
    await expect(readBack(presenter.page).getByText('Vous avez répondu : d’accord.')).toBeVisible();
    const mine = readBack(expert.page);
    await expect(mine.getByRole('list', { name: 'Réponses à ces mots' })).toContainText('Accord Dr Camille Durand');

    await mine.getByRole('button', { name: 'Je ne suis pas d’accord' }).press('Enter');
    await expect(mine.getByLabel(/Pourquoi n’êtes-vous pas d’accord/)).toBeFocused();
    await press(expert.page, mine.getByRole('button', { name: 'Enregistrer mon désaccord' }));
    await expect(mine.getByText('Indiquez pourquoi (3 caractères au moins).')).toBeVisible();
    await mine.getByLabel(/Pourquoi n’êtes-vous pas d’accord/).fill('Foie restant insuffisant');
    await mine.getByRole('button', { name: 'Enregistrer mon désaccord' }).click();
    await expect(mine.getByText('Vous avez répondu : pas d’accord.')).toBeVisible();
    await expect(readBack(presenter.page)).toContainText('Motif : Foie restant insuffisant');
    await presenter.expectAccessible();
    await readBack(expert.page).scrollIntoViewIfNeeded();
    await shoot(expert.page, 'answered');
  });

  await test.step('a later edit voids the answers on both screens, in words; they answer the new ones', async () => {
    await write(report(secretary.page), 'Proposition de la RCP', ' après embolisation portale');
    for (const { page } of [presenter, expert]) {
      const voided = readBack(page).getByRole('list', { name: 'Réponses à un texte modifié depuis' });
      await expect(voided.getByRole('listitem')).toHaveCount(2);
      await expect(voided.getByText('portait sur un texte modifié depuis')).toHaveCount(2);
      await expect(readBack(page).getByText('Aucune réponse à ces mots pour l’instant.')).toBeVisible();
      await expect(readBack(page)).toContainText('après embolisation portale');
    }
    await expect(presenter.page.getByText(/La décision a changé : \d réponse/).first()).toBeAttached();
    await readBack(presenter.page).scrollIntoViewIfNeeded();
    await shoot(presenter.page, 'voided');
    await expert.expectAccessible();
    await expectSaved(secretary.page);
    for (const { page } of [presenter, expert]) {
      await readBack(page).getByRole('button', { name: 'Je suis d’accord' }).click();
      await expect(readBack(page).getByText('Vous avez répondu : d’accord.')).toBeVisible();
    }
    await expect(
      readBack(coordinator.page).getByRole('list', { name: 'Réponses à ces mots' }).getByRole('listitem'),
    ).toHaveCount(2);
  });

  await test.step('what was written and not sent is found again when the meeting comes back to the case', async () => {
    await readBack(expert.page).getByRole('button', { name: 'Je ne suis pas d’accord' }).click();
    await readBack(expert.page)
      .getByLabel(/Pourquoi/)
      .fill('À revoir');
    await secretary.page.getByRole('button', { name: /Dossier suivant/ }).click();
    await expect(expert.page).toHaveTitle(/RELECTURE DEUX/);
    await complete(secretary.page, 'Surveillance par IRM');
    await expert.page
      .getByRole('button', { name: /RELECTURE UN/ })
      .first()
      .click();
    await expect(readBack(expert.page).getByLabel(/Pourquoi/)).toHaveValue('À revoir');
  });

  const { page } = coordinator;
  const line = (name: string) => page.getByRole('listitem', { name: new RegExp(name) });
  await test.step('the coordinator reads and freezes without a mouse; changed words are read again', async () => {
    await press(page, page.getByRole('link', { name: 'Figer les comptes-rendus' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Figer les comptes-rendus' })).toBeVisible();
    await expect(line('RELECTURE UN')).toContainText('Hépatectomie gauche après embolisation portale');
    await expect(line('RELECTURE UN')).toContainText('Accord Dr Camille Durand');
    await expect(line('RELECTURE TROIS')).toContainText('Rubrique vide : Proposition de la RCP');
    await expect(line('RELECTURE TROIS').getByRole('checkbox')).toHaveCount(0);
    await page.getByRole('button', { name: 'Figer les comptes-rendus relus' }).press('Enter');
    await expect(page.getByText('Cochez « Relu » sous chaque décision que vous avez relue.')).toBeVisible();
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await coordinator.expectAccessible();
    await shoot(page, 'freeze-page', true);
    for (const name of ['RELECTURE UN', 'RELECTURE DEUX']) {
      await reach(page, line(name).getByRole('checkbox'));
      await page.keyboard.press('Space');
      await expect(line(name).getByRole('checkbox')).toBeChecked();
    }
    await expect(page.getByRole('button', { name: 'Figer 2 comptes-rendus' })).toBeEnabled();
    await write(report(secretary.page), 'Proposition de la RCP', ' dans trois mois');
    await expectSaved(secretary.page);
    await press(page, page.getByRole('button', { name: /^Figer \d comptes?-rendus?$/ }));
    await press(page, page.getByRole('alertdialog').getByRole('button', { name: 'Figer définitivement' }));
    await expect(line('RELECTURE UN').getByText(/figé · signature en attente|^signé$/)).toBeVisible();
    await expect(line('RELECTURE DEUX')).toContainText('La décision a changé depuis votre lecture : relisez-la.');
    await expect(line('RELECTURE DEUX')).toContainText('Surveillance par IRM dans trois mois');
    await expect(line('RELECTURE DEUX').getByRole('checkbox')).not.toBeChecked();
    await coordinator.expectAccessible();
    await shoot(page, 'stale', true);
    await reach(page, line('RELECTURE DEUX').getByRole('checkbox'));
    await page.keyboard.press('Space');
    await press(page, page.getByRole('button', { name: 'Figer 1 compte-rendu' }));
    await press(page, page.getByRole('alertdialog').getByRole('button', { name: 'Figer définitivement' }));
    await expect(page.getByRole('progressbar', { name: 'Gel des comptes-rendus' })).toBeVisible();
    await expect(page.getByText('1 sur 1')).toBeVisible();
    await expect(page.getByText('1 compte-rendu figé.')).toBeVisible();
    for (const name of ['RELECTURE UN', 'RELECTURE DEUX'])
      await expect(line(name).getByText('signé', { exact: true })).toBeVisible({ timeout: 60_000 });
    await coordinator.expectAccessible();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await shoot(page, 'phone', true);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  await test.step('the frozen report says what was answered; what was incomplete is completed from its own page', async () => {
    const frozen = readBack(expert.page);
    await expect(frozen.getByRole('list', { name: 'Réponses à ces mots' }).getByRole('listitem')).toHaveCount(2);
    await expect(frozen.getByRole('button')).toHaveCount(0);
    await press(
      page,
      line('RELECTURE TROIS').getByRole('link', { name: /^Compléter le compte-rendu de RELECTURE TROIS/ }),
    );
    await expect(page).toHaveTitle(/RELECTURE TROIS/);
    await expect(report(page)).toBeVisible();
    await expert.page.setViewportSize({ width: 390, height: 844 });
    await expert.page.getByRole('button', { name: 'Compte-rendu', exact: true }).click();
    await frozen.scrollIntoViewIfNeeded();
    await shoot(expert.page, 'frozen-phone');
  });
});

// FRZ-1
test('who does not freeze finds neither the link nor the page’s list', async ({ person }) => {
  const secretary = await person('secretary');
  const { page } = secretary;
  await page.goto('/#reunions');
  await page.getByRole('link', { name: 'Rejoindre la réunion' }).click();
  await expect(page.getByRole('button', { name: 'Terminer la réunion' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Figer les comptes-rendus' })).toHaveCount(0);
  await page.goto(`${new URL(page.url()).pathname}/figer`);
  await expect(page.getByText('Seuls le coordonnateur et ses délégués figent les comptes-rendus.')).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await secretary.expectAccessible();
});
